/** One step of the curve: by `days` this share of all that began had ended. */
export interface DelayStep {
  readonly days: number;
  readonly ended: number;
}

/**
 * How long things take to end, when some have not ended yet: one minus the Kaplan–Meier (1958) estimate of survival.
 * What is still running counts for as long as it has run, and no longer. Of equal durations endings come first.
 * @param days durations, >= 0; NaN is left out. @param ended 1 where it ended then, 0 where it still ran.
 * @returns a step at each duration at which something ended.
 */
export function delayCurve(days: ArrayLike<number>, ended: ArrayLike<number>): DelayStep[] {
  const order = Array.from({ length: days.length }, (_, i) => i)
    .filter((i) => !Number.isNaN(days[i]))
    .sort((a, b) => days[a] - days[b]);
  const steps: DelayStep[] = [];
  let running = 1;
  for (let i = 0; i < order.length; ) {
    const moment = days[order[i]];
    const atRisk = order.length - i;
    let ends = 0;
    for (; i < order.length && days[order[i]] === moment; i++) ends += ended[order[i]];
    if (ends === 0) continue;
    running *= 1 - ends / atRisk;
    steps.push({ days: moment, ended: 1 - running });
  }
  return steps;
}

/** The time by which this share of all that ever ended on the curve had ended; NaN on an empty curve. */
export function daysUntilShare(curve: readonly DelayStep[], share: number): number {
  const all = curve[curve.length - 1]?.ended ?? Number.NaN;
  // A hair less, so that nine of ten exactly is not missed by rounding.
  return curve.find(({ ended }) => ended >= share * all - 1e-12)?.days ?? Number.NaN;
}
