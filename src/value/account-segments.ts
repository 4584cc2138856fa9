/** Accounts told apart, each with a model of its own where it bears one. */
export interface AccountSegments {
  readonly attribute: string;
  readonly names: readonly string[];
  /** By account; -1 where not known. */
  readonly of: Int32Array;
}
