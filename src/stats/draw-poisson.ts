import type { Random } from './random.js';

/** Above it the normal law, rounded, is no further off than a few in a thousand. */
const large = 40;

/** A whole number of mean `mean` from Poisson's law: by the product of uniforms (D. Knuth) where it is small. */
export function drawPoisson(mean: number, random: Random): number {
  if (!(mean > 0)) return 0;
  if (mean > large) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
  const least = Math.exp(-mean);
  let [count, product] = [0, random.next()];
  while (product > least) {
    count++;
    product *= random.next();
  }
  return count;
}
