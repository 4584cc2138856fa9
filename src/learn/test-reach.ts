import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/**
 * Half-width of the test-based 95 % interval in units of its estimate: 1.96 over the z that has two-sided probability q, so
 * that the interval reaches "nothing" exactly where q is .05. Source: O. Miettinen, American Journal of Epidemiology 103
 * (1976) 226–235.
 * @returns 0 and more; very large where q is near 1.
 */
export function testReach(q: number): number {
  return q <= 1e-300 ? 0 : normalQuantile(0.975, 0, 1) / -normalQuantile(Math.min(q, 0.999) / 2, 0, 1);
}
