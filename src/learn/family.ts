/** Accounts at a linear predictor: what came of them, and how much each counts (null: all once). */
export interface Predicted {
  /** Outcomes, 0 or 1; or amounts. */
  readonly labels: Uint8Array | Float64Array;
  readonly weights: Float64Array | null;
  /** Log-odds, or the logarithm of what is expected. */
  readonly predictor: Float64Array;
}

/** How outcomes follow from the linear predictor. The loss is convex in it; one unit of loss is one nat. */
export interface Family {
  /** The predictor of every account before any attribute is known. */
  startAt(accounts: Omit<Predicted, 'predictor'>): number;
  /** Weighted sum of the loss over the accounts. */
  lossOf(accounts: Predicted): number;
  /** Sets each account's fall of the loss by the predictor, and its curvature. */
  differentiate(accounts: Predicted, into: { readonly residual: Float64Array; readonly curvature: Float64Array }): void;
  /** Expected curvature of one account at a predictor. */
  curvatureAt(predictor: number): number;
}
