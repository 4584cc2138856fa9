import type { RawTable, Table } from '../../model/table.js';
import type { ColumnFinding } from '../column-finding.js';
import { accountKeys, type KeyColumn } from './key-column.js';
import { type RecognisedTable, recogniseTable } from './recognise-table.js';

/**
 * Recognises tables that were given together: keys to accounts are also told by their values, which the id columns of
 * the tables of accounts hold.
 * @param keys account ids that are known from before.
 */
export function recogniseTables(
  tables: readonly {
    readonly raw: RawTable;
    readonly typed: { readonly table: Table; readonly findings: readonly ColumnFinding[] };
  }[],
  { keys = [] }: { keys?: readonly KeyColumn[] } = {},
): RecognisedTable[] {
  const alone = tables.map(({ raw, typed }) => recogniseTable(raw, { typed, keys }));
  const found = alone.flatMap(({ mapping }, i) => accountKeys(tables[i].raw, mapping) ?? []);
  return tables.map(({ raw, typed }, i) => {
    const others = found.filter(({ file }) => file !== raw.source);
    return others.length === 0 ? alone[i] : recogniseTable(raw, { typed, keys: [...keys, ...others] });
  });
}
