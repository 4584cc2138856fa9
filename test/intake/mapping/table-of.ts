import { assignTypes } from '../../../src/intake/assign-types.js';
import { type RecognisedTable, recogniseTable } from '../../../src/intake/mapping/recognise-table.js';
import { cellsOf, rawTable } from '../raw-table.js';
import type { ToolExport } from './tool-exports.js';

/** What is recognised in nine rows of an export; in a cell `a|b` alternates and `#` is the number of the row. */
export function tableOf({ file, cells }: Pick<ToolExport, 'file' | 'cells'>): RecognisedTable {
  const columns = Object.entries(cells).map(([name, cell]) => {
    const choices = cell.split('|');
    return [name, cellsOf(9, (row) => choices[row % choices.length].replaceAll('#', String(row + 1)))] as const;
  });
  const raw = { ...rawTable(Object.fromEntries(columns)), source: file };
  return recogniseTable(raw, { typed: assignTypes(raw), fileName: file });
}

/** Field → column. */
export function fieldsFound({ mapping }: RecognisedTable): Record<string, string> {
  return Object.fromEntries(
    mapping.columns.flatMap(({ column, use }) => (use.kind === 'field' ? [[use.field, column]] : [])),
  );
}

/** `Header = cell; Header = cell` as cells. */
export function cellsFrom(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(';').map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    }),
  );
}
