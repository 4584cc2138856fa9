/** Bins of accounts, one code each. */
export type Codes = Uint8Array | Uint16Array;

/** Sums over the accounts of each bin. */
export interface Histogram {
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

/** What is summed: one gradient and one Hessian per account, as many as there are codes. */
export interface GradientPairs {
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

/**
 * Inner loops over accounts. Every method gives the same bytes compiled and plain: additions run in one fixed order.
 *
 * Arrays made by {@link Memory} are used where they lie; others are copied in at every call. So make what is used
 * again and again (codes, gradients, bitsets) with `memory`, and fill it.
 */
export interface Kernels extends Memory {
  readonly kind: 'wasm' | 'plain';

  /**
   * Gradient and Hessian by bin, for several attributes in one pass.
   * Account i is added to the (i mod 4)-th of four partial sums, which are added up at the end as (0 + 1) + (2 + 3).
   * @param sizes bins of each attribute: all its codes are below.
   */
  histograms(of: GradientPairs & { readonly codes: readonly Codes[]; readonly sizes: readonly number[] }): Histogram[];

  /**
   * Gradient and Hessian by pair of cells; cell of `a` times `columns` plus cell of `b`. Accounts are added in their order.
   * @param rowOf cell of each code of `a`, `columnOf` of each code of `b`; at most 65,536 cells in all.
   */
  pairHistogram(
    of: GradientPairs & {
      readonly a: Uint8Array;
      readonly b: Uint8Array;
      readonly rowOf: ArrayLike<number>;
      readonly columnOf: ArrayLike<number>;
      readonly rows: number;
      readonly columns: number;
    },
  ): Histogram;

  /** values[i] += steps[codes[i]] for each attribute in turn, in place. */
  addSteps(
    values: Float64Array,
    of: { readonly codes: readonly Codes[]; readonly steps: readonly Float64Array[] },
  ): void;

  /** Ones in `a AND b` between two words. */
  countJoint(a: Uint32Array, b: Uint32Array, between: { readonly from: number; readonly to: number }): number;

  /**
   * Ones in `a AND row` between two words, for the first `count` of the numbered rows of a bit matrix.
   * @param of `matrix`: rows of as many words as `a` has, one after another. `into`: the counts, in the order of `rows`.
   */
  countJoints(
    a: Uint32Array,
    of: {
      readonly matrix: Uint32Array;
      readonly rows: Uint32Array;
      readonly count: number;
      readonly from: number;
      readonly to: number;
      readonly into: Uint32Array;
    },
  ): void;

  /** Writes `a AND b` into `into`, which may be one of them. All have the same length. */
  intersect(a: Uint32Array, b: Uint32Array, into: Uint32Array): void;
}

/** Zeroed arrays that kernels use without copying. They live as long as the kernels, unless made in a `scratch`. */
export interface Memory {
  /** Gives back, when the task is done, all that was made in it; no such array may be used after that. */
  scratch<T>(task: () => T): T;
  bytes(length: number): Uint8Array;
  shorts(length: number): Uint16Array;
  words(length: number): Uint32Array;
  doubles(length: number): Float64Array;
}
