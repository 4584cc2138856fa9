import type { Profile } from '../model/profile.js';
import type { RawTable } from '../model/table.js';
import { overlapWithSketch } from '../validate/sketch-keys.js';
import { rowKeys } from './row-keys.js';
import { areApart, type TimeWindow } from './time-window.js';

/** Whether accounts that are to judge a profile are among those it was learnt from. */
export interface Memory {
  /** So many are that a proof would be none. */
  readonly isMemory: boolean;
  /** Share of them that was learnt from, null where that cannot be told; and from which on they are memory. */
  readonly known: number | null;
  readonly limit: number;
  /** One sentence for people. */
  readonly description: string;
}

/** With ids, more than a tenth of known accounts spoils a proof; without, different accounts may be alike in all that is known. */
const mostKnown = { byId: 0.1, byContent: 0.9 };

/** Looks the accounts of `rows` up in the profile's sketch, and the file itself in its snapshots. */
export function recogniseAccounts({
  profile,
  raw,
  rows,
  window,
}: {
  profile: Profile;
  raw: RawTable;
  rows: Int32Array;
  window: TimeWindow;
}): Memory {
  const { id, sketch, snapshots } = profile.provenance;
  const isSameFile = snapshots.some(({ sha256 }) => sha256 === raw.snapshot);
  if (isSameFile && !areApart(profile.provenance, window)) {
    return {
      isMemory: true,
      known: 1,
      limit: mostKnown.byId,
      description: 'The profile was learnt from this very file.',
    };
  }
  const hasId = id !== undefined && raw.columns.some(({ name }) => name === id);
  const limit = hasId ? mostKnown.byId : mostKnown.byContent;
  const keyOf = rowKeys(raw, { rows, idColumn: hasId ? id : undefined });
  const keys = Array.from(rows, (_, row) => keyOf(row));
  const known = sketch === undefined || hasId !== (id !== undefined) ? null : overlapWithSketch(keys, sketch);
  if (known === null) {
    return { isMemory: false, known, limit, description: 'Whether any of them was learnt from cannot be told.' };
  }
  const by = hasId ? `their ${id}` : 'all that is known of them';
  const share = known === 0 ? 'none' : `about ${Math.max(1, Math.round(100 * known))} %`;
  return {
    isMemory: known > limit,
    known,
    limit,
    description: `By ${by}, ${share} of them ${known === 0 ? 'was' : 'were'} learnt from.`,
  };
}
