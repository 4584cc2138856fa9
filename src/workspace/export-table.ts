import { AssayError } from '../errors.js';
import { isPlaceholder } from '../intake/typing/is-placeholder.js';
import type { RawTable } from '../model/table.js';
import { cellText } from '../store/cell-text.js';
import { latestImports } from '../store/list-imports.js';
import { openWorkspace } from '../store/open-workspace.js';
import { readImported } from './current-tables.js';
import { isFormula } from './print-scores.js';

export interface ExportedTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Cells that a spreadsheet program would run as formulas; they are written as they were. */
  readonly formulas: number;
  readonly csv: string;
}

/**
 * A table as it was imported, as CSV (RFC 4180, UTF-8, LF): each cell byte for byte, in the order of the file.
 * Quarantined records are not in it.
 * @param table name of the file, with or without its ending.
 * @throws AssayError USAGE (no such table), WORKSPACE_UNKNOWN, WORKSPACE_DAMAGED.
 */
export async function exportTable(
  folder: string,
  { table, now }: { table: string; now: () => Date },
): Promise<ExportedTable> {
  const workspace = await openWorkspace(folder, { now, access: 'read' });
  try {
    const files = await latestImports(workspace);
    const names = files.map(({ manifest }) => manifest.source.name);
    const stem = (name: string) => name.replace(/\.[^.]+$/, '');
    const exact = files.filter((_, i) => names[i] === table);
    const found = exact.length > 0 ? exact : files.filter((_, i) => stem(names[i]) === table);
    if (found.length !== 1) {
      throw new AssayError('USAGE', {
        detail: `${found.length === 0 ? 'No table' : 'More than one table'} of ${folder} is called ${JSON.stringify(table)}.`,
        hint: names.length === 0 ? 'Import files first.' : `Its tables are: ${names.join(', ')}.`,
      });
    }
    const raw = await readImported(workspace, found[0]);
    return { name: found[0].manifest.source.name, ...printTable(raw) };
  } finally {
    await workspace.close();
  }
}

/** The text of a table, and what to know about it. */
export function printTable({ columns, rowCount }: Pick<RawTable, 'columns' | 'rowCount'>): Omit<ExportedTable, 'name'> {
  const lines = [columns.map(({ name }) => field(name)).join(',')];
  let formulas = 0;
  for (let row = 0; row < rowCount; row++) {
    const cells = columns.map((column) => cellText(column, row) ?? '');
    for (const cell of cells) if (isFormula(cell) && !isPlaceholder(cell)) formulas++;
    // A line of nothing would be passed over as blank where there is one column.
    lines.push(cells.length === 1 && cells[0].trim() === '' ? `"${cells[0]}"` : cells.map(field).join(','));
  }
  return { rows: rowCount, columns: columns.length, formulas, csv: `${lines.join('\n')}\n` };
}

/** Quoted also where a reader might take a beginning for something else. */
function field(text: string): string {
  return /[",\n\r]|^[\s#']|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
