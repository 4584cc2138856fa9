import type { LengthPoint } from '../model/scorecard.js';
import { auc } from '../stats/auc.js';
import { aucDifference } from '../stats/auc-difference.js';

/** What is known of one length of the card. */
export interface JudgedLength {
  readonly attributes: number;
  readonly rows: number;
  readonly pairs: number;
  /** Log-odds of every account under the card of this length that was made without it. */
  readonly logOdds: Float64Array;
}

/** With fewer accounts a standard error hides real effects: the length of least loss is taken, not the shortest near it. */
export const manyAccounts = 2000;

/** The losses of all lengths, each against the best of them; none is chosen yet. */
export function curveOfLengths(lengths: readonly JudgedLength[], labels: Uint8Array): Omit<LengthPoint, 'isChosen'>[] {
  const losses = lengths.map(({ logOdds }) => logOdds.map((x, i) => lossOf(x, labels[i])));
  return curveOfLosses(lengths, losses);
}

/** The same from the loss of every account under each length. */
export function curveOfLosses(
  lengths: readonly Pick<JudgedLength, 'attributes' | 'rows' | 'pairs'>[],
  losses: readonly Float64Array[],
): Omit<LengthPoint, 'isChosen'>[] {
  const means = losses.map((loss) => loss.reduce((sum, value) => sum + value, 0) / loss.length);
  const best = means.indexOf(Math.min(...means));
  return lengths.map(({ attributes, rows, pairs }, length) => {
    const excess = means[length] - means[best];
    let square = 0;
    for (let i = 0; i < losses[best].length; i++) square += (losses[length][i] - losses[best][i] - excess) ** 2;
    const standardError = Math.sqrt(square) / losses[best].length;
    return { attributes, rows, pairs, logLoss: means[length], excess, standardError };
  });
}

/**
 * The shortest length whose loss is within one standard error of the best: loss decides first; among lengths that it
 * cannot tell apart the order must not be worse either.
 * @param lengths longest first, at least one. @returns its index.
 */
export function shortestWithinNoise(lengths: readonly JudgedLength[], labels: Uint8Array): number {
  const curve = curveOfLengths(lengths, labels);
  const tolerance = labels.length < manyAccounts ? 0 : 1;
  const close = [...curve.keys()].filter((length) => curve[length].excess <= tolerance * curve[length].standardError);
  const aucs = close.map((length) => auc(lengths[length].logOdds, labels));
  const best = close[aucs.indexOf(Math.max(...aucs))];
  const isWorse = (length: number) => {
    const { estimate, lower } = aucDifference([lengths[best].logOdds, lengths[length].logOdds], labels);
    return estimate > (estimate - lower) / 1.959964;
  };
  return close.reverse().find((length) => length === best || !isWorse(length)) ?? 0;
}

function lossOf(logOdds: number, label: number): number {
  const x = label === 1 ? -logOdds : logOdds;
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
