/** Enough accounts for an intercept that is good to the third digit. */
const pilotSize = 20_000;

/**
 * The intercept at which the mean probability is `baseRate`, by bisection over at most 20,000 evenly spread accounts.
 * @param logOdds of each account without the intercept. @param baseRate in (0, 1).
 */
export function solveIntercept(logOdds: Float64Array, baseRate: number): number {
  const step = Math.max(1, Math.floor(logOdds.length / pilotSize));
  const pilot = logOdds.filter((_, row) => row % step === 0);
  let lower = -40;
  let upper = 40;
  for (let i = 0; i < 60; i++) {
    const middle = (lower + upper) / 2;
    if (meanProbability(pilot, middle) < baseRate) lower = middle;
    else upper = middle;
  }
  return (lower + upper) / 2;
}

function meanProbability(logOdds: Float64Array, intercept: number): number {
  let sum = 0;
  for (const x of logOdds) sum += logistic(x + intercept);
  return sum / logOdds.length;
}

export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
