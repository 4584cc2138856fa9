import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/**
 * Accounts of the first arm that a two-sided comparison of two means needs, the other having `ratio` times as many; not
 * yet whole. The last term stands for the spread not being known beforehand.
 * Source: W. C. Guenther, American Statistician 35 (1981) 243–244; within one of R's power.t.test.
 */
export function meanSampleSize(design: {
  readonly difference: number;
  readonly sd: number;
  readonly ratio?: number;
  readonly alpha: number;
  readonly power: number;
}): number {
  const { difference, sd, ratio = 1, alpha, power } = design;
  const [zAlpha, zPower] = [normalQuantile(1 - alpha / 2, 0, 1), normalQuantile(power, 0, 1)];
  const plain = ((1 + 1 / ratio) * (sd * (zAlpha + zPower)) ** 2) / difference ** 2;
  return plain + zAlpha ** 2 / (2 * (1 + ratio));
}
