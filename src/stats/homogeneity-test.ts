import { chiSquareSurvival } from './chi-square-survival.js';

/** Values that are expected less often than this in the smaller sample are taken together. */
const fewest = 5;

/**
 * Pearson's χ² test that two samples have one distribution over the same values. Rare values are taken together, until
 * five are expected in each sample; with under two groups there is nothing to test: `{ statistic: 0, df: 0, p: 1 }`.
 * Source: K. Pearson, Biometrika 8 (1911) 250–254; the rule of five after W. Cochran, Biometrics 10 (1954).
 * @param a counts by value. @param b counts of the same values, in the same order.
 */
export function homogeneityTest(
  a: readonly number[],
  b: readonly number[],
): { statistic: number; df: number; p: number } {
  const [na, nb] = [a, b].map((counts) => counts.reduce((sum, count) => sum + count, 0));
  const share = Math.min(na, nb) / (na + nb);
  const groups: [number, number][] = [];
  const rest: [number, number] = [0, 0];
  for (const [i, count] of a.entries()) {
    if ((count + b[i]) * share >= fewest) groups.push([count, b[i]]);
    else {
      rest[0] += count;
      rest[1] += b[i];
    }
  }
  const [first] = groups.sort((one, other) => one[0] + one[1] - other[0] - other[1]);
  if ((rest[0] + rest[1]) * share >= fewest) groups.push(rest);
  else if (first !== undefined) {
    first[0] += rest[0];
    first[1] += rest[1];
  }
  if (groups.length < 2) return { statistic: 0, df: 0, p: 1 };
  let statistic = 0;
  for (const [x, y] of groups) {
    const all = x + y;
    for (const [count, n] of [
      [x, na],
      [y, nb],
    ]) {
      const expected = (all * n) / (na + nb);
      statistic += (count - expected) ** 2 / expected;
    }
  }
  return { statistic, df: groups.length - 1, p: chiSquareSurvival(statistic, groups.length - 1) };
}
