import { logBeta, logRising } from '../../stats/log-beta.js';
import { countsOfRate } from './counts-of-rate.js';
import type { PurchaseHistory } from './purchase-histories.js';
import type { Parameters, PurchaseModel } from './purchase-model.js';
import { tableByCount } from './table-by-count.js';

/**
 * BG/NBD and MBG/NBD: while alive a customer buys at a rate λ ~ Gamma(r, α), and after a purchase leaves for good with
 * probability p ~ Beta(a, b); in MBG/NBD also after the first one, so that a customer without repeats may have left.
 * Sources: P. Fader, B. Hardie, K. L. Lee, Marketing Science 24 (2005) 275–284; E. Batislam, M. Denizel, A. Filiztekin,
 * International Journal of Research in Marketing 24 (2007) 201–209.
 */
export function betaDropout(kind: 'bg-nbd' | 'mbg-nbd', [r, alpha, a, b]: Parameters): PurchaseModel {
  // Chances to leave that a customer with x repeats survived: x − 1 and the last one, or one more.
  const first = kind === 'mbg-nbd' ? 1 : 0;
  const constant = r * Math.log(alpha) - logBeta(a, b);
  const ofRate = tableByCount((x) => logRising(r, x));
  const ofSurvival = tableByCount((x) => logBeta(a, b + x + first));

  /** ln of the odds of having left just after the last purchase. */
  const leftLogOdds = ({ repeats, recency, age }: PurchaseHistory) =>
    first + repeats === 0
      ? Number.NEGATIVE_INFINITY
      : Math.log(a / (b + repeats - 1 + first)) + (r + repeats) * Math.log((alpha + age) / (alpha + recency));

  return {
    kind,
    logLikelihood: (history) => {
      const { repeats, age } = history;
      const alive = constant + ofRate(repeats) + ofSurvival(repeats) - (r + repeats) * Math.log(alpha + age);
      return alive + logOnePlus(leftLogOdds(history));
    },
    alive: (history) => 1 / (1 + Math.exp(leftLogOdds(history))),
    expectedWhileAlive: ({ repeats, age }, horizon) =>
      expectedPurchases({ shape: r + repeats, rate: alpha + age, a, b: b + repeats + first }, horizon),
    countsWhileAlive: ({ repeats, age }, horizon) => {
      const counts = countsOfRate({ shape: r + repeats, rate: alpha + age }, horizon);
      return stopByDropout(counts, { a, b: b + repeats + first });
    },
  };
}

/** λ ~ Gamma(shape, rate) and p ~ Beta(a, b), independent, for a customer who is alive. */
interface Alive {
  readonly shape: number;
  readonly rate: number;
  readonly a: number;
  readonly b: number;
}

/**
 * The published form (a + b − 1)/(a − 1) · [1 − (1 − z)^shape ₂F₁(shape, b; a + b − 1; z)], z = t/(rate + t), after Euler's
 * transformation and with the 1 of the series taken out: so it has no hole at a = 1, and keeps its digits near t = 0.
 */
function expectedPurchases({ shape, rate, a, b }: Alive, horizon: number): number {
  const z = horizon / (rate + horizon);
  const log = Math.log1p(-z);
  const c = a + b - 1;
  const power = (a - 1) * log;
  const grown = Math.abs(a - 1) < 1e-12 ? -log : -Math.expm1(power) / (a - 1);
  let term = (c - shape) * z;
  let sum = term;
  for (let n = 1; n < 100_000 && term !== 0; n++) {
    term *= (((c - shape + n) * (a + n - 1)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) < 1e-15 * Math.abs(sum) && n > shape - c) break;
  }
  return Math.max(0, c * grown - Math.exp(power) * sum);
}

/** At least n purchases: the rate brings n, and none of the first n − 1 was the last. */
function stopByDropout(counts: Float64Array, { a, b }: { readonly a: number; readonly b: number }): Float64Array {
  const stopped = new Float64Array(counts.length);
  let [atLeast, stays] = [1, 1];
  for (let n = 0; n < counts.length; n++) {
    const now = atLeast * stays;
    atLeast = Math.max(0, atLeast - counts[n]);
    if (n > 0) stays *= (b + n - 1) / (a + b + n - 1);
    stopped[n] = now - (n + 1 < counts.length ? atLeast * stays : 0);
  }
  return stopped;
}

function logOnePlus(log: number): number {
  return log > 35 ? log : Math.log1p(Math.exp(log));
}
