import { type BinCounts, type BinShape, optimalBins } from './optimal-bins.js';

/** From the plainest to the one that says least. */
const shapes: readonly BinShape[] = ['increasing', 'decreasing', 'peak', 'valley', 'free'];

/**
 * The binning of largest information value, of a given shape or of the one that the data carry: that of the smallest
 * Bayesian information criterion, where a bin is a parameter; the plainer one where two are alike.
 * @returns the first bin of each joint bin, and what the share of positives does along them.
 */
export function chooseBins(
  counts: BinCounts,
  options: { readonly minAccounts: number; readonly shape?: BinShape },
): { readonly starts: number[]; readonly trend: BinShape } {
  const { minAccounts } = options;
  const tried = (options.shape === undefined ? shapes : [options.shape]).map((shape) => {
    const starts = optimalBins(counts, { shape, minAccounts });
    return { starts, trend: shape, criterion: criterionOf(counts, starts) };
  });
  return tried.reduce((best, one) => (one.criterion < best.criterion ? one : best));
}

function criterionOf({ accounts, positives }: BinCounts, starts: readonly number[]): number {
  let [deviance, total] = [0, 0];
  starts.forEach((first, i) => {
    let [size, hits] = [0, 0];
    for (let bin = first; bin < (starts[i + 1] ?? accounts.length); bin++) {
      size += accounts[bin];
      hits += positives[bin];
    }
    for (const count of [hits, size - hits]) if (count > 0) deviance -= 2 * count * Math.log(count / size);
    total += size;
  });
  return deviance + starts.length * Math.log(Math.max(total, 2));
}
