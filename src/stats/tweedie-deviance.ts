/**
 * Mean Tweedie deviance of power 1.5: 4 (y/√m + √m − 2√y), zero where every amount came as expected. Amounts may be zero.
 * Source: B. Jørgensen, The Theory of Dispersion Models (1997).
 * @param expected above zero. @returns in the root of the unit.
 */
export function tweedieDeviance(expected: ArrayLike<number>, amounts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < amounts.length; i++) {
    const root = Math.sqrt(expected[i]);
    sum += amounts[i] / root + root - 2 * Math.sqrt(amounts[i]);
  }
  return (4 * sum) / amounts.length;
}
