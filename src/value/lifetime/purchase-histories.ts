/** What the purchase models know of each customer, one place per customer. Times are in periods (weeks, unless chosen otherwise). */
export interface PurchaseHistories {
  /** Days with a purchase after the first such day: x. */
  readonly repeats: Int32Array;
  /** From the first purchase to the last: t_x; 0 without repeats. */
  readonly recency: Float64Array;
  /** From the first purchase to the end of observation: T ≥ t_x. */
  readonly age: Float64Array;
}

/** One customer's. A customer who came just now, of whom nothing is known yet, is `newcomer`. */
export interface PurchaseHistory {
  readonly repeats: number;
  readonly recency: number;
  readonly age: number;
}

export const newcomer: PurchaseHistory = { repeats: 0, recency: 0, age: 0 };

/** Histories with the amounts beside them. */
export interface PurchaseSummary extends PurchaseHistories {
  /** Code of the customer in the transactions. */
  readonly customer: Int32Array;
  /** Mean amount of a repeat purchase; NaN without repeats. */
  readonly spend: Float64Array;
  /** All that was bought in the observation, the first purchase too. */
  readonly total: Float64Array;
}

/** Purchases as columns: one place per purchase, in any order. */
export interface Transactions {
  /** Codes 0 … customers − 1. */
  readonly customer: Int32Array;
  readonly customers: number;
  /** Whole days, counted from any day. */
  readonly day: Int32Array;
  /** In any one unit; whole cents keep sums exact. */
  readonly amount: Float64Array;
}
