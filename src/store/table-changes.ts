/** How one column differs between two imports. Shares are 0 to 1. */
export interface ColumnChange {
  readonly column: string;
  /** Share of rows with a value. */
  readonly fill: { readonly before: number; readonly after: number };
  /** Number of different values; of sets, of different members. */
  readonly distinct: { readonly before: number; readonly after: number };
  /**
   * How far the distribution of the present values moved, 0 to 1: the share of rows that would have to change (total
   * variation) for categories, sets and text of at most 200 values, the largest gap of the cumulative curves (Kolmogorov
   * and Smirnov) for numbers and dates; null where there is none to compare.
   */
  readonly shift: number | null;
  /**
   * Chance that two samples of one distribution are as far apart or farther (Pearson's χ² for values that are few, Kolmogorov
   * and Smirnov for numbers and dates); null where there is no shift to judge.
   */
  readonly shiftP: number | null;
  /** Values that one of both does not have, the most frequent first, at most ten; of categories, sets and such text. */
  readonly newValues: readonly string[];
  readonly goneValues: readonly string[];
}

/** What changed from one import of a table to the next. */
export interface TableChanges {
  /** Whether rows were matched by an id column, or by all of their common cells (then none counts as changed). */
  readonly matchedBy: string | null;
  readonly rows: {
    readonly before: number;
    readonly after: number;
    readonly added: number;
    readonly removed: number;
    readonly changed: number;
    readonly same: number;
  };
  /** The first twenty of each, in the order of the file; of matching by cells none. */
  readonly examples: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly string[];
  };
  readonly columnsAdded: readonly string[];
  readonly columnsRemoved: readonly string[];
  /** Columns of both, in the order of the later. `changedCells` counts cells of matched rows. */
  readonly columns: readonly (ColumnChange & { readonly changedCells: number })[];
}
