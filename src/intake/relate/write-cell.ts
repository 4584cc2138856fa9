import type { Column } from '../../model/table.js';

/** A cell as text that reads back as the same value; members of a set are apart by `;`, which alone is the empty set. */
export function writeCell(column: Column, row: number): string | null {
  switch (column.type) {
    case 'number':
      return Number.isNaN(column.values[row]) ? null : String(column.values[row]);
    case 'date':
      return Number.isNaN(column.values[row]) ? null : writeMoment(column.values[row]);
    case 'category':
    case 'text':
      return column.codes[row] < 0 ? null : column.labels[column.codes[row]];
    case 'set': {
      if (column.missing[row] === 1) return null;
      const codes = column.codes.subarray(column.offsets[row], column.offsets[row + 1]);
      return codes.length === 0 ? ';' : Array.from(codes, (code) => column.labels[code]).join(';');
    }
  }
}

/** ISO 8601; without the time where it is midnight UTC. */
function writeMoment(value: number): string {
  return new Date(value).toISOString().replace('T00:00:00.000Z', '');
}
