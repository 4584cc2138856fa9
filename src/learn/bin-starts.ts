/** Codes must fit one byte beside "other" and "missing". */
export const largestBinCount = 253;

/**
 * Joins neighbouring values to about `maxBins` bins of about equal count; a value with at least 1/maxBins of all stays alone.
 * @param counts of ascending values. @returns the indexes at which a new bin starts, the first bin left out.
 */
export function binStarts(counts: ArrayLike<number>, maxBins: number): number[] {
  const size = counts.length;
  if (size <= maxBins) return Array.from({ length: Math.max(0, size - 1) }, (_, i) => i + 1);
  let total = 0;
  for (let i = 0; i < size; i++) total += counts[i];
  const isHeavy = Array.from(counts, (count) => count * maxBins >= total);
  let heavyCount = 0;
  let lightMass = 0;
  for (let i = 0; i < size; i++) {
    if (isHeavy[i]) heavyCount++;
    else lightMass += counts[i];
  }
  // A run of light values between two heavy ones closes a bin early, so the number of bins is only about maxBins.
  const target = lightMass / Math.max(1, maxBins - heavyCount);
  const starts: number[] = [];
  let mass = 0;
  for (let i = 0; i < size; i++) {
    const isBoundary = i > 0 && (isHeavy[i] || isHeavy[i - 1] || mass + counts[i] / 2 > target);
    if (isBoundary) {
      starts.push(i);
      mass = 0;
    }
    mass += counts[i];
  }
  return starts.length < largestBinCount ? starts : binStarts(counts, Math.floor(maxBins / 2));
}
