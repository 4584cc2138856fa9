/**
 * Whether what a round of Newton's method gained, and would gain in the next one by how the gains have fallen, is enough.
 * @param of `lastGain`: of the round before; before the first, the loss.
 */
export function isLastRound({
  gain,
  lastGain,
  enough,
}: {
  readonly gain: number;
  readonly lastGain: number;
  readonly enough: number;
}): boolean {
  return gain * Math.min(1, gain / lastGain) < enough;
}
