import type { Interval } from '../model/estimate.js';
import type { Scorecard } from '../model/scorecard.js';

type TimeCard = Pick<Scorecard, 'calibration' | 'time'>;

/**
 * The share of accounts with these points that is expected to be kept after the horizon of the card, with its 95 % interval (of
 * the share, not of what becomes of one account). Null for a card that is not of time.
 */
export function keptAfter(card: TimeCard, points: number): Interval | null {
  if (card.time === undefined) return null;
  const { center, level, slope, horizon } = card.time;
  const estimate = keptUntil(card, { points, times: [horizon] })[0];
  const factor = Math.exp(1.959964 * Math.hypot(level, slope * (points - center)));
  return { estimate, lower: estimate ** factor, upper: estimate ** (1 / factor) };
}

/** The share kept after each time, ascending; beyond the last bin nothing more is known to end. */
export function keptUntil(
  { calibration, time }: TimeCard,
  { points, times }: { readonly points: number; readonly times: readonly number[] },
): number[] {
  if (time === undefined) return times.map(() => 1);
  const shift = calibration.intercept + calibration.slope * points;
  const { edges, stay, from } = time;
  let [k, risk] = [0, 0];
  // −log of the share that stays through one bin.
  const riskOf = (bin: number) => {
    const x = stay[bin] + shift;
    return Math.max(-x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  };
  return times.map((at) => {
    for (; k < edges.length && edges[k] <= at; k++) risk += riskOf(k);
    if (k === edges.length) return Math.exp(-risk);
    const start = k === 0 ? from : edges[k - 1];
    return Math.exp(-risk - Math.max(0, (at - start) / (edges[k] - start)) * riskOf(k));
  });
}

/** The same in six digits: more would be noise. */
export function tidyShare({ estimate, lower, upper }: Interval): Interval {
  const tidy = (value: number) => Math.round(value * 1e6) / 1e6;
  return { estimate: tidy(estimate), lower: tidy(lower), upper: tidy(upper) };
}
