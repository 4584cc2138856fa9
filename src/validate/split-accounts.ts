import { hashText } from '../stats/hash.js';
import type { AccountSplit } from './account-split.js';
import { cutLatest } from './cut-latest.js';
import { dealFolds } from './deal-folds.js';
import { keyGroups } from './group-keys.js';

export interface SplitRequest {
  /** Group of each account: duplicates and accounts of one company share a number and are never parted. */
  readonly groups: Int32Array;
  /** Key of each account, as stable as can be (the id). */
  readonly keys: readonly string[] | ((row: number) => string);
  /** 1 for a positive, 0 for a negative. */
  readonly labels: Uint8Array;
  /** When each account's outcome was decided, in milliseconds; NaN is unknown. Null: no times. */
  readonly time: Float64Array | null;
  readonly method: 'auto' | 'time' | 'order' | 'hash' | 'folds';
  /** Share to hold out, 0–1 exclusive; .25 unless told. Not for folds. */
  readonly share?: number;
  /** Number of folds, 2–255; 5 unless told. */
  readonly folds?: number;
  readonly seed: number;
}

/** Up to this many accounts each is held out once; above, one hold-out is certain enough and five times cheaper. */
const foldsUpTo = 10_000;

/**
 * Decides which accounts are kept out of learning. `auto` takes the latest where nearly all times are known, else folds
 * up to 10,000 accounts and a hash of the key above. Hash and folds depend on keys, not on the order of rows.
 * In time (or order) a group that reaches over the cut is learnt from where it is early and put outside where it is late:
 * judging a company that was learnt from would flatter, and unlearning the past would not resemble use.
 */
export function splitAccounts(request: SplitRequest): AccountSplit {
  const { labels, time, share = 0.25, folds = 5 } = request;
  const count = labels.length;
  const method = request.method === 'auto' ? chooseMethod(time, count) : request.method;
  if (method === 'time' && time !== null) return cutLatest({ ...request, share, moments: time, method });
  if (method === 'order' || method === 'time') {
    return cutLatest({ ...request, share, moments: Float64Array.from(labels, (_, row) => row), method: 'order' });
  }
  const groups = keyGroups(request.groups, request.keys);
  if (method === 'folds') return dealFolds({ ...groups, labels, folds, seed: request.seed });
  const limit = share * 2 ** 32;
  const heldOut = Uint8Array.from(groups.keys, (key) => (hashText(key, request.seed) < limit ? 1 : 0));
  const fold = Uint8Array.from(groups.groupOf, (group) => heldOut[group]);
  const judged = fold.reduce((sum, value) => sum + value, 0);
  return {
    fold,
    split: {
      method: 'hash',
      heldOutShare: count === 0 ? 0 : judged / count,
      description: `${judged} of ${count} accounts, chosen by a hash of their key, were kept out of learning.`,
    },
  };
}

/** Times must be known for nearly all accounts and differ, or they cannot order anything. */
function chooseMethod(time: Float64Array | null, count: number): 'time' | 'folds' | 'hash' {
  const known = time === null ? [] : Array.from(time).filter((moment) => !Number.isNaN(moment));
  if (known.length >= 0.9 * count && known.some((moment) => moment !== known[0])) return 'time';
  return count <= foldsUpTo ? 'folds' : 'hash';
}
