import type { Random } from './random.js';

/**
 * A draw of Gamma(shape) with rate 1.
 * Source: G. Marsaglia, W. W. Tsang, ACM TOMS 26 (2000) 363–372, with its boost for shapes below 1.
 * @param shape > 0.
 */
export function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = random.normal();
    const v = (1 + c * normal) ** 3;
    if (v <= 0) continue;
    const log = Math.log(1 - random.next());
    if (log < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A draw of Beta(a, b). */
export function drawBeta(random: Random, { a, b }: { readonly a: number; readonly b: number }): number {
  const x = drawGamma(random, a);
  const y = drawGamma(random, b);
  return x + y > 0 ? x / (x + y) : 0.5;
}
