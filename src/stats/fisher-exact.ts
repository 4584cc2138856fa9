import gammaln from '@stdlib/math-base-special-gammaln';
import type { TwoRates } from './rate-ratio-interval.js';

export interface FisherExact {
  /** One-sided: at least (at most) this many positives in the first group, all margins given. */
  readonly greater: number;
  readonly less: number;
  /** All tables that are no more likely than the one seen. */
  readonly twoSided: number;
}

/** Tables this close in probability count as equally likely, as in R and scipy. */
const tolerance = 1e-7;

/**
 * Fisher's exact test of two groups, in log space: no underflow at any size.
 * Source: R. A. Fisher, JRSS 98 (1935) 39–82; two-sided by probability as in R's fisher.test.
 * @param counts whole numbers.
 */
export function fisherExact(counts: TwoRates): FisherExact {
  const { positives, accounts, otherPositives, otherAccounts } = counts;
  const drawn = positives + otherPositives;
  const least = Math.max(0, drawn - otherAccounts);
  const most = Math.min(accounts, drawn);
  const logP = (k: number) =>
    logChoose(accounts, k) + logChoose(otherAccounts, drawn - k) - logChoose(accounts + otherAccounts, drawn);
  /** p(k + 1) / p(k) */
  const ratio = (k: number) => ((drawn - k) * (accounts - k)) / ((k + 1) * (otherAccounts - drawn + k + 1));
  const mode = Math.min(
    most,
    Math.max(least, Math.floor(((drawn + 1) * (accounts + 1)) / (accounts + otherAccounts + 2))),
  );
  /** P(X ≥ k) for k above the mode, P(X ≤ k) for k below: terms fall from the first. */
  const upper = (k: number) => (k > most ? 0 : Math.exp(logP(k)) * tail(most - k, (i) => ratio(k + i)));
  const lower = (k: number) => (k < least ? 0 : Math.exp(logP(k)) * tail(k - least, (i) => 1 / ratio(k - i - 1)));
  const atLeast = (k: number) => Math.min(1, k > mode ? upper(k) : 1 - lower(k - 1));
  const atMost = (k: number) => Math.min(1, k < mode ? lower(k) : 1 - upper(k + 1));
  const limit = logP(positives) + tolerance;
  // From the mode outwards probabilities fall, so the first table unlikely enough on each side is found by halving.
  const fromRight = firstTrue(mode, most + 1, (k) => logP(k) <= limit);
  const fromLeft = -firstTrue(-mode, -least + 1, (k) => logP(-k) <= limit);
  const isAtMode = fromRight === mode || fromLeft === mode;
  return {
    greater: atLeast(positives),
    less: atMost(positives),
    twoSided: isAtMode ? 1 : Math.min(1, upper(fromRight) + lower(fromLeft)),
  };
}

/** 1 + r(0) + r(0)r(1) + …, cut when further terms no longer count. */
function tail(steps: number, ratio: (i: number) => number): number {
  let [sum, term] = [1, 1];
  for (let i = 0; i < steps && term > sum * 1e-17; i++) {
    term *= ratio(i);
    sum += term;
  }
  return sum;
}

/** The first whole number in [from, to) for which `holds`, which stays true from there on; `to` if there is none. */
function firstTrue(from: number, to: number, holds: (k: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function logChoose(n: number, k: number): number {
  return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);
}
