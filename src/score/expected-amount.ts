import type { Interval } from '../model/estimate.js';
import type { Scorecard } from '../model/scorecard.js';

/**
 * What an account with these points is expected to come to, with the 95 % interval of the mean over such accounts (single
 * accounts lie further apart). Null for a card of yes and no.
 */
export function expectedAmountOf(
  { calibration, amount }: Pick<Scorecard, 'calibration' | 'amount'>,
  points: number,
): Interval | null {
  if (amount === undefined) return null;
  const estimate = Math.exp(calibration.intercept + calibration.slope * points);
  const error = Math.hypot(amount.level, amount.slope * (points - amount.center));
  const factor = Math.exp(1.959964 * error);
  return { estimate, lower: estimate / factor, upper: estimate * factor };
}

/** The same in six digits: more would be noise. */
export function tidyAmount({ estimate, lower, upper }: Interval): Interval {
  const tidy = (value: number) => Number(value.toPrecision(6));
  return { estimate: tidy(estimate), lower: tidy(lower), upper: tidy(upper) };
}
