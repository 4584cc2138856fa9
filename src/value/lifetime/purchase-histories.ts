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

/** Histories with the amounts beside them, in the unit of the log (minor units). */
export interface PurchaseSummary extends PurchaseHistories {
  /** Place of the customer in the log. */
  readonly customer: Int32Array;
  /** Mean net amount of a repeat purchase, returns taken off; NaN without repeats. */
  readonly spend: Float64Array;
  /** Net amount of all that was bought, the first purchase too. */
  readonly total: Float64Array;
}

/** What every customer bought, day by day: entries of customer c are `starts[c] … starts[c + 1] - 1`, the earliest first. */
export interface PurchaseDays {
  readonly starts: Int32Array;
  /** Whole days from any one day. */
  readonly days: Int32Array;
  /** Returns taken off. */
  readonly net: Float64Array;
  /** 0 where there were only returns. */
  readonly isPurchase: Uint8Array;
}
