import { type AccountSplit, outsideFold } from './account-split.js';

/** One round of learning and judging: row numbers, ascending, of both parts. */
export interface Round {
  readonly learnt: Int32Array;
  readonly heldOut: Int32Array;
}

/** The rounds that a split asks for: one for a single hold-out, one a fold for folds; none where a part would be empty. */
export function listRounds({ split, fold }: AccountSplit): Round[] {
  const inside = Int32Array.from(fold, (_, row) => row).filter((row) => fold[row] !== outsideFold);
  const last = inside.reduce((most, row) => Math.max(most, fold[row]), 0);
  const heldOut = split.method === 'folds' ? Array.from({ length: last + 1 }, (_, number) => number) : [1];
  return heldOut
    .map((number) => ({
      learnt: inside.filter((row) => fold[row] !== number),
      heldOut: inside.filter((row) => fold[row] === number),
    }))
    .filter((round) => round.learnt.length > 0 && round.heldOut.length > 0);
}
