import type { RawTable, TextColumn } from '../model/table.js';
import { hashText } from '../stats/hash.js';

const manyRows = 200_000;

/**
 * What each account is hashed by when parts are drawn: its id where there is one, else its own content, so that the
 * order of the rows plays no part.
 * The text of very many rows would take longer than learning from them: their content is then hashed as it lies.
 */
export function rowKeys(
  raw: RawTable,
  { rows, idColumn }: { rows: Int32Array; idColumn: string | undefined },
): (row: number) => string {
  if (idColumn === undefined && rows.length > manyRows) return contentHashes(raw, rows);
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

/** Two 32-bit hashes of the cells of a row, as text. Column by column: row by row takes ten times as long. */
function contentHashes(raw: RawTable, rows: Int32Array): (row: number) => string {
  const first = new Int32Array(rows.length);
  const second = new Int32Array(rows.length).fill(0x9e3779b9);
  for (const column of raw.columns) {
    if (column.type === 'text') mixTexts(column, { rows, first, second });
    else mixNumbers(column.values, { rows, first, second });
  }
  return (row) => {
    const b = second[row];
    return `${(first[row] >>> 0).toString(36)} ${((b ^ (b >>> 16)) >>> 0).toString(36)}`;
  };
}

interface Mixed {
  readonly rows: Int32Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
}

function mixTexts({ codes, labels }: TextColumn, { rows, first, second }: Mixed): void {
  const hashes = Int32Array.from(labels, (label) => hashText(label, 0));
  for (let row = 0; row < rows.length; row++) {
    const code = codes[rows[row]];
    const a = Math.imul(first[row] ^ (code < 0 ? 1 : hashes[code]), 0x9e3779b1);
    const b = second[row];
    second[row] = Math.imul(b ^ a ^ (b >>> 15), 0x85ebca6b);
    first[row] = a ^ (a >>> 13);
  }
}

function mixNumbers(values: Float64Array, { rows, first, second }: Mixed): void {
  const one = new Float64Array(1);
  const words = new Int32Array(one.buffer);
  for (let row = 0; row < rows.length; row++) {
    const value = values[rows[row]];
    // -0 and 0 are one value.
    one[0] = value + 0;
    if (Number.isNaN(value)) words.fill(0x7ff80000);
    const a = Math.imul(Math.imul(first[row] ^ words[0], 0x85ebca6b) ^ words[1], 0x9e3779b1);
    const b = Math.imul(second[row] ^ words[1], 0xc2b2ae35);
    second[row] = Math.imul(b ^ a ^ (b >>> 15), 0x85ebca6b);
    first[row] = a ^ (a >>> 13);
  }
}
