import type { RawTable } from '../../model/table.js';
import { weigherOf } from './cells.js';

/** Cells of a column that say in words or signs that nothing is there: `N/A`, `-`, `Select`. */
export interface PlaceholderCount {
  readonly column: string;
  readonly count: number;
  /** As they stand in the file; the most frequent first, ties in order of the file. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** The placeholders of each text column that has some, in the order of the file. Empty cells are none. */
export function countPlaceholders(raw: RawTable): PlaceholderCount[] {
  const weigh = weigherOf(raw);
  return raw.columns.flatMap((column) => {
    const found = column.type === 'text' ? weigh(column).placeholders : [];
    if (found.length === 0) return [];
    const values = [...found].sort((a, b) => b.count - a.count);
    return [{ column: column.name, count: values.reduce((sum, { count }) => sum + count, 0), values }];
  });
}
