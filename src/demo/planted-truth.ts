import type { BeliefSpec, EffectSpec, Schedule } from './company-spec.js';

/** An effect as it came out in the accounts that were drawn. */
export interface PlantedEffect extends EffectSpec {
  /** Share of the accounts that have all the traits, 0–1. */
  readonly share: number;
  /** Mean true probability of those accounts, over the mean of all: what a perfect count would find. NaN when there are none. */
  readonly lift: number;
}

/** How an attribute is spread over the accounts, to measure how much two conditions on it have in common. */
export type Spread =
  /** 101 quantiles, from the least to the greatest value. */
  | { readonly kind: 'numeric'; readonly quantiles: readonly number[] }
  | { readonly kind: 'category'; readonly shares: Readonly<Record<string, number>> }
  /** Share of accounts that have each member. */
  | { readonly kind: 'set'; readonly shares: Readonly<Record<string, number>> };

export interface PlantedDuplicates {
  readonly exact: number;
  readonly respelled: number;
  /** [row of the copy, row of the original], in the rows of the table. */
  readonly rows: readonly (readonly [number, number])[];
}

/** What was put into the data: kept aside from learning, and compared with what was learnt. */
export interface PlantedTruth {
  /** Accounts without the duplicates, and how many of them are positive. */
  readonly accounts: number;
  readonly positives: number;
  readonly baseRate: number;
  /** Log-odds of an account to which no effect applies. */
  readonly intercept: number;
  /** AUC of the true probabilities: no model can do better but by luck. NaN when all outcomes are the same. */
  readonly bestAuc: number;
  readonly effects: readonly PlantedEffect[];
  /** The schedules under which effects come and go, earliest first. */
  readonly drift: readonly Schedule[];
  readonly leaks: readonly string[];
  readonly duplicates: PlantedDuplicates;
  /** Attributes that are related by construction to nothing that has an effect. */
  readonly noise: readonly string[];
  /** Columns that no profile should be learnt from: identifiers, names, dates, free text, constants. */
  readonly notLearnable: readonly string[];
  /** For each attribute, the attributes that it was drawn from, itself included, to the last. */
  readonly drawnFrom: Readonly<Record<string, readonly string[]>>;
  readonly spreads: Readonly<Record<string, Spread>>;
  readonly beliefs: readonly BeliefSpec[];
}
