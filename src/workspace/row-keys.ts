import type { RawTable } from '../model/table.js';
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

/** Two 32-bit hashes of the cells of a row, as text. */
function contentHashes(raw: RawTable, rows: Int32Array): (row: number) => string {
  const one = new Float64Array(1);
  const words = new Int32Array(one.buffer);
  const cells = raw.columns.map((column) => {
    if (column.type !== 'text') return { values: column.values, hashes: null };
    return { values: column.codes, hashes: Int32Array.from(column.labels, (label) => hashText(label, 0)) };
  });
  return (row) => {
    let [a, b] = [0, 0x9e3779b9];
    for (const { values, hashes } of cells) {
      const value = values[rows[row]];
      if (hashes === null) {
        one[0] = value + 0;
        if (Number.isNaN(value)) words.fill(0x7ff80000);
        a = Math.imul(a ^ words[0], 0x85ebca6b);
        b = Math.imul(b ^ words[1], 0xc2b2ae35);
      }
      a = Math.imul(a ^ (hashes === null ? words[1] : value < 0 ? 1 : hashes[value]), 0x9e3779b1);
      b = Math.imul(b ^ a ^ (b >>> 15), 0x85ebca6b);
      a ^= a >>> 13;
    }
    return `${(a >>> 0).toString(36)} ${((b ^ (b >>> 16)) >>> 0).toString(36)}`;
  };
}
