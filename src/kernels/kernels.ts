/** Bins of accounts, one code each. */
export type Codes = Uint8Array | Uint16Array;

/** Cells of accounts: code 0 of column t is cell offsets[t] of a vector of all cells. */
export interface CellColumns {
  readonly codes: readonly Codes[];
  readonly offsets: readonly number[];
}

/**
 * Inner loops over accounts. Every method gives the same bytes compiled and plain: additions run in one fixed order.
 *
 * Arrays made by {@link Memory} are used where they lie; others are copied in at every call. So make what is used
 * again and again (codes, curvatures, bitsets) with `memory`, and fill it.
 */
export interface Kernels extends Memory {
  readonly kind: 'wasm' | 'plain';

  /** into[cell] += values[i] for each cell of each account i; accounts are added in their order. */
  addSums(into: Float64Array, of: CellColumns & { readonly values: Float64Array }): void;

  /**
   * into[cell · size + other] += values[i] for every two cells of an account, the other not after the first, and cell 0 with
   * each: the half below the diagonal of a size × size matrix. Offsets ascend from 1; accounts are added in their order.
   */
  crossSums(into: Float64Array, of: CellColumns & { readonly values: Float64Array; readonly size: number }): void;

  /** values[i] += steps[cell] for each cell of account i in turn. */
  addSteps(values: Float64Array, of: CellColumns & { readonly steps: Float64Array }): void;

  /** into += matrix · x, for a symmetric matrix, row-major, of which only the half below the diagonal is read. */
  multiplySymmetric(into: Float64Array, of: { readonly matrix: Float64Array; readonly x: Float64Array }): void;

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
  /** The same codes where kernels use them without copying. */
  hold(codes: Codes): Codes;
}
