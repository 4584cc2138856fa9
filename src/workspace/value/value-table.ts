import { AssayError } from '../../errors.js';
import { assignTypes } from '../../intake/assign-types.js';
import type { ColumnFinding } from '../../intake/column-finding.js';
import { type AppliedMapping, applyMapping } from '../../intake/mapping/apply-mapping.js';
import { recogniseTable } from '../../intake/mapping/recognise-table.js';
import { type ReadOptions, readFile } from '../../intake/read-file.js';
import { weighOnce } from '../../intake/typing/cells.js';
import type { RawTable, Table } from '../../model/table.js';
import { type DateOrder, readMoments } from '../../value/read-moments.js';
import { resolveColumn } from '../resolve-columns.js';
import { toldFields } from './told-fields.js';
import type { ValueColumns } from './value-columns.js';

/** A table as it was read, typed, and mapped to the model. */
export interface ValueTable {
  /** What it is called by definitions: the name of its file. */
  readonly name: string;
  readonly raw: RawTable;
  readonly typed: { readonly table: Table; readonly findings: readonly ColumnFinding[] };
  readonly applied: AppliedMapping;
  /** What is to be said of how its dates were read. */
  readonly notes: readonly string[];
}

/** @throws AssayError as `readFile` does, and COLUMN_UNKNOWN. */
export async function readValueTable(
  path: string,
  {
    reader = {},
    columns = {},
    dateOrder,
  }: { reader?: ReadOptions; columns?: ValueColumns; dateOrder?: DateOrder | undefined } = {},
): Promise<ValueTable> {
  const raw = weighOnce(await readFile(path, reader));
  const typed = assignTypes(raw);
  const { mapping } = recogniseTable(raw, { typed });
  const fields = toldFields(mapping, { raw, typed: typed.table, columns });
  const moments = readMoments(raw, applyMapping(raw, fields), { order: dateOrder });
  return { name: raw.source, raw, typed, ...moments };
}

/** A column by the name that a definition or a flag gives it. @throws AssayError COLUMN_UNKNOWN. */
export function namedColumn(table: ValueTable, { name, option }: { name: string; option: string }): string {
  const names = table.raw.columns.map((column) => column.name);
  return resolveColumn(name, { names, file: table.raw.source, option });
}

export function unknownTable(name: string, known: readonly string[]): AssayError {
  return new AssayError('USAGE', {
    detail: `The value definition takes ${JSON.stringify(name)}, and there is no such table.`,
    hint: `Tables that were read: ${known.join(', ')}.`,
  });
}
