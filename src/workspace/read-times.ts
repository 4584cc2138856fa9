import { AssayError } from '../errors.js';
import type { Table } from '../model/table.js';

/**
 * When each account was decided: a date column, or a number that grows with time (a year, a period, an epoch).
 * @returns one number per row of `rows`, ascending with time.
 * @throws AssayError COLUMN_UNKNOWN when the column holds neither, USAGE when too many accounts have no time.
 */
export function readTimes(
  table: Table,
  { column, rows, file }: { column: string; rows: Int32Array; file: string },
): Float64Array {
  const found = table.columns.find((candidate) => candidate.name === column);
  if (found?.type !== 'date' && found?.type !== 'number') {
    throw new AssayError('COLUMN_UNKNOWN', {
      detail: `--time ${column}: its values are not read as dates or numbers.`,
      hint: 'Name a column with dates (2024-03-31, 31.03.2024) or a number that grows with time; or use --in-time-order.',
      place: { file },
    });
  }
  const times = Float64Array.from(rows, (row) => found.values[row]);
  const firstMissing = times.findIndex(Number.isNaN);
  if (firstMissing >= 0) {
    const count = times.filter(Number.isNaN).length;
    throw new AssayError('USAGE', {
      detail: `--time ${column}: ${count} of ${times.length} accounts have no time, the first on line ${table.lines[rows[firstMissing]]}.`,
      hint: 'Fill the times in, take those rows out, or learn without --time.',
      place: { file, line: table.lines[rows[firstMissing]] },
    });
  }
  return times;
}
