/** The known values of one arm, account by account. */
export interface ArmValues {
  /** 0 or 1, or amounts. */
  readonly values: Float64Array;
  /** The fit of the same accounts when they were assigned; null where it is not known or not asked for. */
  readonly fit: Float64Array | null;
}
