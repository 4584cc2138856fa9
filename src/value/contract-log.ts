/** Accounts under contract: how long, whether it ended, what it brings. One place per account. */
export interface ContractLog {
  readonly accounts: readonly string[];
  /** Months from the start to the end, or to the last day that anything is known of. */
  readonly months: Float64Array;
  /** 1 where the contract has ended. */
  readonly hasEnded: Uint8Array;
  /** Minor units a month: now, or at the end; NaN where it is not known. */
  readonly monthly: Float64Array;
  /** Minor units that were paid, by a column of totals; else months times the monthly amount. */
  readonly paid: Float64Array;
  readonly isPaidTold: boolean;
  readonly scale: number;
}

/** A mean month in ms. */
export const monthMs = 30.4375 * 86_400_000;
