import { chiSquareSurvival } from './chi-square-survival.js';

export interface CramersV {
  /** 0 (independent) to 1 (one tells the other), corrected for what chance alone shows; 0 where nothing can be compared. */
  readonly v: number;
  /** Of Pearson's χ² test of independence. */
  readonly p: number;
}

/**
 * How strongly two categories go together, by Cramér's V with Bergsma's correction, and Pearson's test of it.
 * Source: H. Cramér, Mathematical Methods of Statistics (1946), 282; W. Bergsma, J. Korean Statistical Society 42 (2013) 323–328.
 * @param counts by row and column of the contingency table, row after row; empty rows and columns do not count.
 * @param columns how many columns it has.
 */
export function cramersV(counts: ArrayLike<number>, columns: number): CramersV {
  const rowSums = new Float64Array(counts.length / columns);
  const columnSums = new Float64Array(columns);
  let n = 0;
  for (let i = 0; i < counts.length; i++) {
    rowSums[Math.floor(i / columns)] += counts[i];
    columnSums[i % columns] += counts[i];
    n += counts[i];
  }
  const isPresent = (sum: number) => sum > 0;
  const [r, k] = [rowSums.filter(isPresent).length, columnSums.filter(isPresent).length];
  if (r < 2 || k < 2) return { v: 0, p: 1 };
  let statistic = 0;
  for (let i = 0; i < counts.length; i++) {
    const expected = (rowSums[Math.floor(i / columns)] * columnSums[i % columns]) / n;
    if (expected > 0) statistic += (counts[i] - expected) ** 2 / expected;
  }
  const df = (r - 1) * (k - 1);
  const phi2 = Math.max(0, statistic / n - df / (n - 1));
  const size = (count: number) => count - (count - 1) ** 2 / (n - 1);
  const most = Math.min(size(r), size(k)) - 1;
  return { v: most <= 0 ? 0 : Math.min(1, Math.sqrt(phi2 / most)), p: chiSquareSurvival(statistic, df) };
}
