import type { Durations } from '../../model/duration.js';
import type { CodedTable } from '../grid.js';

export interface WatchedAccounts extends Durations {
  readonly coded: CodedTable;
  /** Accounts with equal numbers stay together. */
  readonly groups: Int32Array;
}

/** About `most` of the accounts, every n-th group of them; all of them where they are no more. */
export function sampleDurations(
  { coded, groups, durations, events }: WatchedAccounts,
  { most }: { readonly most: number },
): WatchedAccounts {
  const stride = Math.ceil(durations.length / most);
  if (stride <= 1) return { coded, groups, durations, events };
  const rows = Int32Array.from(groups, (_, row) => row).filter((row) => groups[row] % stride === 0);
  return {
    coded: {
      grids: coded.grids,
      codes: coded.codes.map((codes) => Uint8Array.from(rows, (row) => codes[row])),
      rowCount: rows.length,
    },
    groups: Int32Array.from(rows, (row) => groups[row]),
    durations: Float64Array.from(rows, (row) => durations[row]),
    events: Uint8Array.from(rows, (row) => events[row]),
  };
}
