import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { createRandom } from './random.js';

const draws = 1999;
/** From so many accounts on either side the sum is as good as normal, and drawing takes long. */
const many = 5000;

/**
 * That the mean of a part is no larger than that of as many drawn from the whole by chance: permutation test, by 1,999
 * draws without replacement (Fisher and Yates) or, of large parts, by the normal law with the variance of such draws.
 * Cap values with a heavy tail before.
 * Source: E. S. Edgington, *Randomization Tests*; W. G. Cochran, *Sampling Techniques*, 1977, theorem 2.2.
 * @param inside 1 where an account is in the part. @returns p, one-sided, at least 1/2000; 1 where there is nothing to compare.
 */
export function meanPermutation(values: Float64Array, inside: Uint8Array): number {
  const total = values.length;
  let [count, sum, all] = [0, 0, 0];
  for (let i = 0; i < total; i++) {
    all += values[i];
    if (inside[i] !== 1) continue;
    count++;
    sum += values[i];
  }
  if (count === 0 || count === total) return 1;
  if (Math.min(count, total - count) >= many) return normalTail({ values, count, sum, mean: all / total });
  // The smaller side is drawn; the larger one has the rest of the sum.
  const isSmall = count <= total - count;
  const size = isSmall ? count : total - count;
  const pool = Float64Array.from(values);
  const random = createRandom(1);
  const slack = 1e-9 * Math.max(Math.abs(sum), Math.abs(all));
  let reached = 0;
  for (let draw = 0; draw < draws; draw++) {
    let drawn = 0;
    for (let i = 0; i < size; i++) {
      const other = i + random.int(total - i);
      [pool[i], pool[other]] = [pool[other], pool[i]];
      drawn += pool[i];
    }
    if ((isSmall ? drawn : all - drawn) >= sum - slack) reached++;
  }
  return (reached + 1) / (draws + 1);
}

function normalTail(of: { values: Float64Array; count: number; sum: number; mean: number }): number {
  const { values, count, sum, mean } = of;
  const total = values.length;
  const square = values.reduce((all, value) => all + (value - mean) ** 2, 0);
  const variance = (count * (1 - count / total) * square) / (total - 1);
  if (!(variance > 0)) return 1;
  return Math.max(1 / (draws + 1), 1 - normalCdf((sum - count * mean) / Math.sqrt(variance), 0, 1));
}
