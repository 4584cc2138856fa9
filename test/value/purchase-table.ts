import { applyMapping } from '../../src/intake/mapping/apply-mapping.js';
import type { TableMapping } from '../../src/model/mapping.js';
import type { RawTable } from '../../src/model/table.js';
import { textColumn } from '../../src/workspace/text-column.js';

/** A table of purchases from its cells. */
export function purchaseTable(
  columns: Readonly<Record<string, readonly (string | null)[]>>,
  fields: Readonly<Record<string, string>>,
) {
  const names = Object.keys(columns);
  const rowCount = columns[names[0]].length;
  const raw: RawTable = {
    source: 'orders.csv',
    snapshot: '',
    format: 'csv',
    columns: names.map((name) => textColumn(name, columns[name])),
    rowCount,
    lines: Int32Array.from({ length: rowCount }, (_, row) => row + 2),
    quarantined: [],
    notes: [],
  };
  const mapping: TableMapping = {
    file: 'orders.csv',
    source: null,
    entity: 'payment',
    confidence: 'sure',
    why: '',
    use: 'rows',
    columns: names.map((column) => ({
      column,
      use: column in fields ? { kind: 'field', field: fields[column] } : { kind: 'ignored', reason: '' },
      confidence: 'sure',
      why: '',
      sensitivity: 'none',
    })),
  };
  return { raw, applied: applyMapping(raw, mapping) };
}
