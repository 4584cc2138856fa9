import type { Interval } from '../model/estimate.js';
import { studentQuantile } from './student-quantile.js';

/** A measure, and how far each account pulls it: `values` have mean 0, and the measure's variance is Σ values² / n². */
export interface Influence {
  readonly estimate: number;
  /** By row; of the unit of the measure. */
  readonly values: Float64Array;
}

export interface InfluenceOptions {
  /** Variance over that of independent accounts, 1 unless told. */
  readonly designEffect?: number;
  /** Degrees of freedom of Student's t: what the variance itself rests on, 1 or more. */
  readonly df: number;
  /** On which scale the error is symmetric: `logit` for measures from 0 to 1. `plain` unless told. */
  readonly scale?: 'plain' | 'logit';
}

/**
 * The 95 % interval of a measure from its influence values (the infinitesimal jackknife); open where nothing is known.
 * Source: F. Hampel, JASA 69 (1974) 383–393; B. Efron, The Jackknife, the Bootstrap and Other Resampling Plans (1982) ch. 6.
 */
export function influenceInterval(influence: Influence, options: InfluenceOptions): Interval {
  const { estimate } = influence;
  const half = reach(influence.values, options);
  if (!Number.isFinite(half) || !Number.isFinite(estimate)) {
    return { estimate, lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };
  }
  if (options.scale !== 'logit' || !(estimate > 0 && estimate < 1)) {
    return { estimate, lower: estimate - half, upper: estimate + half };
  }
  const logit = Math.log(estimate / (1 - estimate));
  const around = half / (estimate * (1 - estimate));
  return { estimate, lower: expit(logit - around), upper: expit(logit + around) };
}

/** The 95 % interval of the first measure minus the second, of two scores of the same accounts in the same order. */
export function influenceDifference(of: readonly [Influence, Influence], options: InfluenceOptions): Interval {
  const [first, second] = of;
  const values = first.values.map((value, row) => value - second.values[row]);
  return influenceInterval({ estimate: first.estimate - second.estimate, values }, { ...options, scale: 'plain' });
}

function reach(values: Float64Array, { designEffect = 1, df }: InfluenceOptions): number {
  if (!(df >= 1)) return Number.POSITIVE_INFINITY;
  let squares = 0;
  for (const value of values) squares += value * value;
  return studentQuantile(0.975, df) * Math.sqrt((designEffect * squares) / values.length ** 2);
}

function expit(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
