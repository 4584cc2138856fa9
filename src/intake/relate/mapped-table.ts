import type { Entity } from '../../model/entity.js';
import type { Column } from '../../model/table.js';

/**
 * An imported table in the words of the model: fields stand under the names of `fieldsOf[entity]`, every other column
 * that is kept under its own name. Names are distinct. Keys (`id`, `account`, `contact`) are text columns, as they
 * stand in the file; amounts are numbers, moments dates.
 */
export interface MappedTable {
  readonly entity: Entity | 'stage';
  /** Display name of the file, without its folder. */
  readonly source: string;
  readonly rowCount: number;
  /** Line or row of the file at which each row starts. */
  readonly lines: Int32Array;
  readonly columns: readonly Column[];
}

/** A table whose rows are joined to accounts: `accountOf[row]` is the row of the account table, -1 where it is not known. */
export interface RelatedTable {
  readonly table: MappedTable;
  readonly accountOf: Int32Array;
}

/** The column of that name, or undefined. */
export function columnNamed(table: MappedTable, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}
