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
  const first = -shape * Math.log1p(time / rate);
  // Where much is bought the first places are too small for a number, and the logarithm is carried instead.
  let isTiny = first < -600;
  let log = first;
  let probability = Math.exp(first);
  let left = 1;
  for (let n = 0; n < mostCounts && left > leftOut; n++) {
    counts.push(probability);
    left -= probability;
    const step = (share * (shape + n)) / (n + 1);
    if (isTiny) {
      log += Math.log(step);
      probability = Math.exp(log);
      isTiny = log < -600;
    } else probability *= step;
  }
  return Float64Array.from(counts);
}
