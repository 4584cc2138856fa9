/** Asks about every part that leaves something out, the smallest (everybody) first: most candidates fail there. */
export function isBetterThanParts(chosen: readonly number[], isBetter: (part: readonly number[]) => boolean): boolean {
  const whole = 2 ** chosen.length - 1;
  for (let mask = 0; mask < whole; mask++) {
    if (!isBetter(chosen.filter((_, at) => (mask >> at) & 1))) return false;
  }
  return true;
}
