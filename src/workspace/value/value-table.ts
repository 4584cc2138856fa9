import { AssayError } from '../../errors.js';
import { assignTypes } from '../../intake/assign-types.js';
import type { ColumnFinding } from '../../intake/column-finding.js';
import { type AppliedMapping, applyMapping } from '../../intake/mapping/apply-mapping.js';
import { recogniseTable } from '../../intake/mapping/recognise-table.js';
import { type ReadOptions, readFile } from '../../intake/read-file.js';
import { weighOnce } from '../../intake/typing/cells.js';
import type { TableMapping } from '../../model/mapping.js';
import type { RawTable, Table } from '../../model/table.js';
import { resolveColumn } from '../resolve-columns.js';

/** Which columns play which part, where they are not recognised rightly. */
export interface ValueColumns {
  readonly customer?: string | undefined;
  readonly date?: string | undefined;
  readonly amount?: string | undefined;
  readonly order?: string | undefined;
  readonly tenure?: string | undefined;
  readonly churned?: string | undefined;
  readonly total?: string | undefined;
}

/** A table as it was read, typed, and mapped to the model. */
export interface ValueTable {
  /** What it is called by definitions: the name of its file. */
  readonly name: string;
  readonly raw: RawTable;
  readonly typed: { readonly table: Table; readonly findings: readonly ColumnFinding[] };
  readonly applied: AppliedMapping;
}

/** @throws AssayError as `readFile` does, and COLUMN_UNKNOWN. */
export async function readValueTable(
  path: string,
  { reader = {}, columns = {} }: { reader?: ReadOptions; columns?: ValueColumns } = {},
): Promise<ValueTable> {
  const raw = weighOnce(await readFile(path, reader));
  const typed = assignTypes(raw);
  const { mapping } = recogniseTable(raw, { typed });
  const names = raw.columns.map(({ name }) => name);
  const told = {
    account: columns.customer,
    paidAt: columns.date,
    amount: columns.amount,
    id: columns.order,
  };
  const fields = new Map<string, string>();
  const options: Readonly<Record<string, string>> = {
    account: '--customer',
    paidAt: '--date',
    amount: '--amount',
    id: '--order',
  };
  for (const [field, name] of Object.entries(told))
    if (name !== undefined) fields.set(resolveColumn(name, { names, file: raw.source, option: options[field] }), field);
  const isPurchases = columns.date !== undefined;
  return {
    name: raw.source,
    raw,
    typed,
    applied: applyMapping(raw, isPurchases ? asPayments(mapping, fields) : mapping),
  };
}

/** A mapping in which some columns are fields of payments because a person says so. */
function asPayments(mapping: TableMapping, fields: ReadonlyMap<string, string>): TableMapping {
  const taken = new Set(fields.values());
  return {
    ...mapping,
    entity: 'payment',
    use: 'rows',
    columns: mapping.columns.map((column) => {
      const field = fields.get(column.column);
      if (field !== undefined) return { ...column, use: { kind: 'field', field }, confidence: 'sure' };
      const own = column.use.kind === 'field' ? column.use.field : '';
      const isKept = mapping.entity === 'payment' && own !== '' && !taken.has(own);
      return isKept || own === ''
        ? column
        : { ...column, use: { kind: 'ignored', reason: 'another column was named' } };
    }),
  };
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
