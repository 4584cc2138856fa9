import type { FittedPair } from './additive-model.js';

/** Log-odds that no cell of a table to leave out reaches: two per cent of the odds. */
const leastEffect = 0.02;
/** What all left-out tables together may come to, in log-odds: root mean square over the accounts, as if no two were related. */
const leastSpread = 0.02;

/**
 * The pairs without those that nobody would miss. On few accounts the mean of tables is many faint ones: hundreds of cells of a
 * few thousandths, which take pages to print. The faintest go first, as long as all that went comes to next to nothing: a root mean
 * square of .02 log-odds costs at most ⅛ · .02² = .00005 of log-loss.
 * @returns the rest, in their order.
 */
export function tellingPairs(fitted: readonly FittedPair[]): FittedPair[] {
  const byEffect = fitted
    .map((pair) => ({ pair, effect: largest(pair.values), square: meanSquare(pair) }))
    .sort((a, b) => a.effect - b.effect);
  const gone = new Set<FittedPair>();
  let square = 0;
  for (const one of byEffect) {
    square += one.square;
    if (one.effect >= leastEffect || square > leastSpread ** 2) break;
    gone.add(one.pair);
  }
  return fitted.filter((pair) => !gone.has(pair));
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function meanSquare({ values, counts }: FittedPair): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total === 0 ? 0 : values.reduce((sum, value, cell) => sum + counts[cell] * value * value, 0) / total;
}
