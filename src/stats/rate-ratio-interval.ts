import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Interval } from '../model/estimate.js';

/** Two groups without a common account. */
export interface TwoRates {
  readonly positives: number;
  readonly accounts: number;
  readonly otherPositives: number;
  readonly otherAccounts: number;
}

/**
 * The rate of a group over the rate of another, with the 95 % score interval of Miettinen and Nurminen: it holds at
 * small counts and at rates of 0 and 1, where the usual interval on the logarithm (Katz) breaks down.
 * An empty group leaves `{ NaN, 0, Infinity }`; so do two groups without positives.
 * Source: O. Miettinen and M. Nurminen, Statistics in Medicine 4 (1985) 213–226; P. A. R. Koopman, Biometrics 40 (1984) 513–517.
 * @param counts positives may be fractions (ties shared at a border).
 */
export function rateRatioInterval(counts: TwoRates): Interval {
  const { positives, accounts, otherPositives, otherAccounts } = counts;
  if (accounts <= 0 || otherAccounts <= 0 || positives + otherPositives <= 0) {
    return { estimate: Number.NaN, lower: 0, upper: Number.POSITIVE_INFINITY };
  }
  const z = normalQuantile(0.975, 0, 1);
  return {
    estimate: otherPositives === 0 ? Number.POSITIVE_INFINITY : positives / accounts / (otherPositives / otherAccounts),
    lower: positives === 0 ? 0 : solve(counts, z),
    upper: otherPositives === 0 ? Number.POSITIVE_INFINITY : solve(counts, -z),
  };
}

/** The ratio at which the score equals `target`. The score falls with the ratio; ratio = t / (1 - t) keeps t within 0–1. */
function solve(counts: TwoRates, target: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (score(counts, middle) > target) low = middle;
    else high = middle;
  }
  const t = (low + high) / 2;
  return t / (1 - t);
}

/** Signed root of the score statistic of the hypothesis rate : otherRate = t : (1 - t), rates at their likelihood's maximum under it. */
function score({ positives, accounts, otherPositives, otherAccounts }: TwoRates, t: number): number {
  const u = 1 - t;
  // With rate = t·c and otherRate = u·c, c solves a quadratic; this form of the root stays exact when t or u is tiny.
  const a = (accounts + otherAccounts) * t * u;
  const b = accounts * t + positives * u + otherAccounts * u + otherPositives * t;
  const total = positives + otherPositives;
  const c = (2 * total) / (b + Math.sqrt(Math.max(b * b - 4 * a * total, 0)));
  const rate = Math.min(t * c, 1);
  const otherRate = Math.min(u * c, 1);
  const all = accounts + otherAccounts;
  const variance =
    ((u * u * rate * (1 - rate)) / accounts + (t * t * otherRate * (1 - otherRate)) / otherAccounts) *
    (all / (all - 1));
  const difference = (u * positives) / accounts - (t * otherPositives) / otherAccounts;
  if (difference === 0) return 0;
  return variance > 0 ? difference / Math.sqrt(variance) : difference * Number.POSITIVE_INFINITY;
}
