/** What may be left out of a distribution of counts. */
export const leftOut = 1e-9;
const mostCounts = 20_000;

/**
 * Negative binomial: P(n events in `time`) at a rate ~ Gamma(shape, rate), at place n, up to where less than 1e-9 is left.
 */
export function countsOfRate(
  { shape, rate }: { readonly shape: number; readonly rate: number },
  time: number,
): Float64Array {
  const share = time / (rate + time);
  const counts: number[] = [];
  // From the logarithm: the first place may be too small for a number where much is bought.
  let log = -shape * Math.log1p(time / rate);
  let left = 1;
  for (let n = 0; n < mostCounts && left > leftOut; n++) {
    const probability = Math.exp(log);
    counts.push(probability);
    left -= probability;
    log += Math.log((share * (shape + n)) / (n + 1));
  }
  return Float64Array.from(counts);
}
