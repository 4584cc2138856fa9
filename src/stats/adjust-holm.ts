/**
 * p-values corrected so that the chance of even one false finding stays below the level.
 * Source: S. Holm, Scandinavian Journal of Statistics 6 (1979) 65–70; as in R's p.adjust(method = "holm").
 * @param p p-values in 0–1, in any order.
 * @returns adjusted p-values in the order of `p`.
 */
export function adjustHolm(p: ArrayLike<number>): Float64Array {
  const order = Uint32Array.from(p, (_, i) => i).sort((a, b) => p[a] - p[b]);
  const adjusted = new Float64Array(p.length);
  let largest = 0;
  order.forEach((i, rank) => {
    largest = Math.max(largest, Math.min(1, (order.length - rank) * p[i]));
    adjusted[i] = largest;
  });
  return adjusted;
}
