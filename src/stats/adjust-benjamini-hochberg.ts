/**
 * q-values: the smallest false-discovery rate at which each p-value would still be a finding.
 * Source: Y. Benjamini and Y. Hochberg, JRSS B 57 (1995) 289–300; step-up form as in R's p.adjust(method = "BH").
 * @param p p-values in 0–1 of everything that was looked at, in any order.
 * @returns q-values in the order of `p`.
 */
export function adjustBenjaminiHochberg(p: ArrayLike<number>): Float64Array {
  const order = Uint32Array.from(p, (_, i) => i).sort((a, b) => p[a] - p[b]);
  const q = new Float64Array(p.length);
  let smallest = 1;
  // n / rank first: it is at least 1, so rounding never brings q below p.
  for (let rank = order.length; rank >= 1; rank--) {
    smallest = Math.min(smallest, p[order[rank - 1]] * (order.length / rank));
    q[order[rank - 1]] = smallest;
  }
  return q;
}
