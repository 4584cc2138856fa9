/** What intervals about a mean need to know of a group. */
export interface SampleMoments {
  readonly count: number;
  /** NaN where the group is empty. */
  readonly mean: number;
  /** With count − 1; NaN where the group has fewer than two. */
  readonly variance: number;
}

/** In two passes, so that large means cost no digits. */
export function sampleMoments(values: ArrayLike<number>): SampleMoments {
  const count = values.length;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i];
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (values[i] - mean) ** 2;
  return { count, mean, variance: count < 2 ? Number.NaN : squares / (count - 1) };
}
