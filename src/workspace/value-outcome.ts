import type { RawTable } from '../model/table.js';
import type { ValueDefinition } from '../model/value-definition.js';

/** An outcome that is no column of the file: what accounts are worth, computed. */
export interface ValueOutcome {
  /** What the column is called. */
  readonly name: string;
  /** By row of the file; NaN where nothing is known. */
  readonly values: Float64Array;
  /** `>=1000`, `1`, or empty where the amount itself is learnt. */
  readonly outcome: string;
  /** Columns of the file that it was made of: they know it. */
  readonly uses: readonly string[];
  readonly definition?: ValueDefinition;
  /** The outcome in words. */
  readonly description?: string;
}

/** The table with the column, under a name that is free; a column of that name goes before it. */
export function addValue(raw: RawTable, { name, values }: Pick<ValueOutcome, 'name' | 'values'>): RawTable {
  if (raw.columns.some((column) => column.name === name)) return raw;
  return { ...raw, columns: [...raw.columns, { type: 'number', name, values, whole: false }] };
}
