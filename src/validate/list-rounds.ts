import { rowsWhere } from '../stats/rows-where.js';
import { type AccountSplit, outsideFold } from './account-split.js';

/** One round of learning and judging: row numbers, ascending, of both parts. */
export interface Round {
  readonly learnt: Int32Array;
  readonly heldOut: Int32Array;
}

/** The rounds that a split asks for: one for a single hold-out, one a fold for folds; none where a part would be empty. */
export function listRounds({ split, fold }: AccountSplit): Round[] {
  let last = 0;
  for (const number of fold) if (number !== outsideFold && number > last) last = number;
  const heldOut = split.method === 'folds' ? Array.from({ length: last + 1 }, (_, number) => number) : [1];
  return heldOut
    .map((number) => ({
      learnt: rowsWhere(fold, (other) => other !== number && other !== outsideFold),
      heldOut: rowsWhere(fold, (other) => other === number && other !== outsideFold),
    }))
    .filter((round) => round.learnt.length > 0 && round.heldOut.length > 0);
}
