import type { Column } from '../model/table.js';

/** One cell as a text, the same for the same value in any import; null where it is empty. */
export function cellText(column: Column, row: number): string | null {
  if (column.type === 'number') return Number.isNaN(column.values[row]) ? null : String(column.values[row]);
  if (column.type === 'date') return Number.isNaN(column.values[row]) ? null : momentText(column.values[row]);
  if (column.type !== 'set') return column.codes[row] < 0 ? null : column.labels[column.codes[row]];
  if (column.missing[row] === 1) return null;
  const codes = column.codes.subarray(column.offsets[row], column.offsets[row + 1]);
  return JSON.stringify([...new Set(Array.from(codes, (code) => column.labels[code]))].sort());
}

/** ISO 8601; without the time where it is midnight UTC. */
function momentText(value: number): string {
  return new Date(value).toISOString().replace('T00:00:00.000Z', '');
}
