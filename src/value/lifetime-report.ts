import type { Interval } from '../model/estimate.js';

/** Lifetime value from here on, by a model that the data chose; or why there is none, and what stands in for it. */
export interface LifetimeReport {
  /**
   * `model`: a forecast by a model that was chosen. `observed`: no model could be used, and what was observed so far is carried
   * on, which is no forecast. `none`: too little was watched even for that; nothing is estimated.
   */
  readonly basis: 'model' | 'observed' | 'none';
  /** The model, or what stands in for it. */
  readonly method: string;
  /** Why this one. */
  readonly reasons: readonly string[];
  /** Why no model could be used; empty where one is. */
  readonly refused: readonly string[];
  readonly parameters: Readonly<Record<string, number>>;
  /** Months that are looked ahead: those asked for, and where what was observed is carried on no more than were watched. */
  readonly horizonMonths: number;
  /** Of a year. */
  readonly discountRate: number;
  /**
   * Units of the currency, of all customers, discounted; bounds are NaN where no interval can be answered for. Null where
   * nothing is estimated.
   */
  readonly total: Interval | null;
  /** Units of the currency that these customers came to so far; null where a model forecasts. */
  readonly soFar: number | null;
  /** Those that something is expected of: under contracts, those who are still there. */
  readonly customers: number;
  /** All that `curve` is of, those who left too. */
  readonly watched: number;
  /** How the model did on a part of the time that it had not seen, as lines to read. */
  readonly check: readonly string[];
  /** The same as numbers: purchases or money expected and come. */
  readonly heldOut: {
    readonly expected: number;
    readonly came: number;
    readonly meanError: number;
    readonly what: string;
  } | null;
  readonly curve: readonly (Interval & { readonly time: number })[];
  readonly notes: readonly string[];
}

/** Units of the currency for each account, with an interval, or NaN where none can be answered for, that holds it and what really comes for at least 95 of 100. */
export interface LifetimeValues {
  readonly value: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly alive: Float64Array;
  readonly expectedPurchases: Float64Array | null;
}
