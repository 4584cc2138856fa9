import { hypergeometricOne } from '../../stats/hypergeometric.js';
import { legendre } from '../../stats/legendre.js';
import { logRising } from '../../stats/log-beta.js';
import { countsOfRate } from './counts-of-rate.js';
import type { PurchaseHistory } from './purchase-histories.js';
import type { Parameters, PurchaseModel } from './purchase-model.js';
import { tableByCount } from './table-by-count.js';

/**
 * Pareto/NBD: while alive a customer buys at a rate λ ~ Gamma(r, α), and leaves at a rate μ ~ Gamma(s, β) whether or not
 * anything is bought.
 * Sources: D. Schmittlein, D. Morrison, R. Colombo, Management Science 33 (1987) 1–24; P. Fader and B. Hardie, "A note on
 * deriving the Pareto/NBD model and related expressions" (2005).
 */
export function paretoDropout([r, alpha, s, beta]: Parameters): PurchaseModel {
  const constant = r * Math.log(alpha) + s * Math.log(beta);
  const ofRate = tableByCount((x) => logRising(r, x));

  /**
   * ln of the odds of having left between the last purchase and the end: s/(r + x + s) · (A(t_x) − A(T)) over the density of
   * being alive. The published ₂F₁(r + s + x, ·; r + s + x + 1; ·) after Euler's transformation, which leaves a 1 above.
   */
  const leftLogOdds = ({ repeats, recency, age }: PurchaseHistory) => {
    if (recency >= age) return Number.NEGATIVE_INFINITY;
    const shape = r + repeats;
    const log = shape * Math.log((alpha + age) / (alpha + recency)) + s * Math.log((beta + age) / (beta + recency));
    const apart = leaveIntegral(shape, recency) - leaveIntegral(shape, age) * Math.exp(-log);
    return log + Math.log(Math.max(0, (s / (shape + s)) * apart));
  };

  const leaveIntegral = (shape: number, time: number) => {
    const [byRate, byLeaving] = [alpha + time, beta + time];
    if (alpha >= beta) return hypergeometricOne({ b: shape, c: shape + s + 1 }, (alpha - beta) / byRate);
    return (hypergeometricOne({ b: s + 1, c: shape + s + 1 }, (beta - alpha) / byLeaving) * byRate) / byLeaving;
  };

  return {
    kind: 'pareto-nbd',
    logLikelihood: (history) => {
      const { repeats, age } = history;
      const alive = constant + ofRate(repeats) - (r + repeats) * Math.log(alpha + age) - s * Math.log(beta + age);
      const left = leftLogOdds(history);
      return alive + (left > 35 ? left : Math.log1p(Math.exp(left)));
    },
    alive: (history) => 1 / (1 + Math.exp(leftLogOdds(history))),
    expectedWhileAlive: ({ repeats, age }, horizon) =>
      ((r + repeats) / (alpha + age)) * expectedStay({ shape: s, scale: beta + age }, horizon),
    countsWhileAlive: ({ repeats, age }, horizon) => {
      const rate = { shape: r + repeats, rate: alpha + age };
      return mixOverStay((time) => countsOfRate(rate, time), { shape: s, scale: beta + age, horizon });
    },
  };
}

/** The time until a customer leaves, P(longer than t) = (scale/(scale + t))^shape. */
interface Stay {
  readonly shape: number;
  readonly scale: number;
}

/** Expected part of the horizon that the customer stays. */
function expectedStay({ shape, scale }: Stay, horizon: number): number {
  const log = Math.log1p(horizon / scale);
  if (Math.abs(shape - 1) < 1e-12) return scale * log;
  return (scale * Math.expm1((1 - shape) * log)) / (1 - shape);
}

/** Counts at each time of leaving, weighed by its probability; sixteen points of Gauss and Legendre. */
function mixOverStay(
  countsAt: (time: number) => Float64Array,
  { shape, scale, horizon }: Stay & { readonly horizon: number },
): Float64Array {
  const kept = (time: number) => (scale / (scale + time)) ** shape;
  const counts = countsAt(horizon).map((probability) => probability * kept(horizon));
  for (const { point, weight } of legendre(16)) {
    const time = (horizon * (1 + point)) / 2;
    const density = (shape / (scale + time)) * kept(time) * (horizon / 2) * weight;
    const at = countsAt(time);
    for (let n = 0; n < Math.min(at.length, counts.length); n++) counts[n] += density * at[n];
  }
  return counts;
}
