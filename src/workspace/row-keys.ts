import type { RawTable } from '../model/table.js';

/**
 * What each account is hashed by when parts are drawn: its id where there is one, else its own content, so that the
 * order of the rows plays no part.
 */
export function rowKeys(
  raw: RawTable,
  { rows, idColumn }: { rows: Int32Array; idColumn: string | undefined },
): (row: number) => string {
  const used = raw.columns.filter((column) => idColumn === undefined || column.name === idColumn);
  return (row) =>
    used
      .map((column) => {
        if (column.type !== 'text') return String(column.values[rows[row]]);
        const code = column.codes[rows[row]];
        return code < 0 ? '' : column.labels[code];
      })
      .join('\u0001');
}
