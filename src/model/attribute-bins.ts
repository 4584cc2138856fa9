import type { Interval } from './estimate.js';

/** What the share of positives does from the lowest bin to the highest; `none` for values without an order. */
export const binTrends = ['none', 'free', 'increasing', 'decreasing', 'peak', 'valley'] as const;
export type BinTrend = (typeof binTrends)[number];

/** Some values of an attribute, taken together. */
export interface AttributeBin {
  /** In words, as in traits: `12–23`, `One year`, `other`, `missing`. */
  readonly values: string;
  readonly accounts: number;
  readonly positives: number;
  /** Weight of evidence: natural logarithm of the share of all positives over the share of all negatives that it holds. */
  readonly weight: Interval;
}

/** What one attribute tells of the outcome by itself, in few bins. */
export interface AttributeBins {
  readonly attribute: string;
  /** The member, where the attribute is a set: with it or without it. */
  readonly member?: string;
  readonly informationValue: number;
  readonly trend: BinTrend;
  readonly bins: readonly AttributeBin[];
}
