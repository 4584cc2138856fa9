import type { Provenance } from '../model/profile.js';
import { sketchKeys } from '../validate/sketch-keys.js';
import { version } from '../version.js';
import type { PreparedAccounts } from './prepare-accounts.js';
import type { TimeWindow } from './time-window.js';

function* keysOf({ rowCount, keys }: Pick<PreparedAccounts, 'rowCount' | 'keys'>): Iterable<string> {
  for (let row = 0; row < rowCount; row++) yield keys(row);
}

/** How a profile of these accounts can be made again. */
export function provenanceOf(
  accounts: Pick<PreparedAccounts, 'raw' | 'snapshots' | 'idColumn' | 'timeColumn' | 'rowCount' | 'keys'>,
  { seed, since, until }: TimeWindow & { readonly seed: number },
): Provenance {
  return {
    assay: version,
    seed,
    snapshots: accounts.snapshots,
    ...(accounts.idColumn === undefined ? {} : { id: accounts.idColumn }),
    ...(accounts.timeColumn === undefined ? {} : { time: accounts.timeColumn }),
    ...(accounts.raw.sampled === undefined ? {} : { sampled: accounts.rowCount }),
    sketch: sketchKeys(keysOf(accounts)),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}
