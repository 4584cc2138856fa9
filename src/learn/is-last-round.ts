/** What the second round gains of what the first did, where nothing is known yet: the curvature may be of a sample. */
const usualRatio = 0.1;

/**
 * Whether what a round of Newton's method gained, or would gain in the next one by how the gains have fallen, is enough.
 * @param of `lastGain`: of the round before; null after the first.
 */
export function isLastRound({
  gain,
  lastGain,
  enough,
}: {
  readonly gain: number;
  readonly lastGain: number | null;
  readonly enough: number;
}): boolean {
  return gain * (lastGain === null ? usualRatio : Math.min(1, gain / lastGain)) < enough;
}
