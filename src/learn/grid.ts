import type { WishedShape } from '../model/attribute-wish.js';

/**
 * The bin grid: each attribute coded once into small integers, without looking at the outcome.
 * An attribute with k value bins uses codes 0 … k-1 for them, k for "other" (categories too rare to stand alone, or
 * never seen), and k+1 for missing; so every grid has `binCount + 2` codes.
 */
export interface NumericGrid {
  readonly kind: 'numeric';
  readonly attribute: string;
  readonly whole: boolean;
  /** Ascending. Bin i holds x with cuts[i-1] <= x < cuts[i]; `binCount === cuts.length + 1`. */
  readonly cuts: readonly number[];
  readonly binCount: number;
  /** The way in which the values may count from low to high; absent: any. */
  readonly shape?: WishedShape;
}

export interface CategoryGrid {
  readonly kind: 'category';
  readonly attribute: string;
  /** Bin i holds the label labels[i] … */
  readonly labels: readonly string[];
  /** … or, where values are to be one, all of valuesOf[i]; its label then is a name for them. */
  readonly valuesOf?: readonly (readonly string[])[];
  readonly binCount: number;
}

/** One member of a set attribute: bin 0 without it, bin 1 with it. */
export interface MemberGrid {
  readonly kind: 'member';
  readonly attribute: string;
  readonly member: string;
  readonly binCount: 2;
}

export type AttributeGrid = NumericGrid | CategoryGrid | MemberGrid;

/** Grids with the codes of some accounts: `codes[a][row]` is the bin of account `row` in `grids[a]`. */
export interface CodedTable {
  readonly grids: readonly AttributeGrid[];
  readonly codes: readonly Uint8Array[];
  readonly rowCount: number;
}
