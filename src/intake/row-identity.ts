import type { RawColumn } from '../model/table.js';

/**
 * For each row, the first row that is the same in all of the columns (itself where none is). Rows are hashed, then
 * compared cell by cell, so that no two different rows are ever called the same.
 */
export function firstAlike(columns: readonly RawColumn[], rowCount: number): Int32Array {
  const cells = columns.map(wordsOf);
  const size = 1 << Math.max(4, Math.ceil(Math.log2(rowCount * 2 + 1)));
  const table = new Int32Array(size);
  const hashes = new Int32Array(rowCount);
  for (const words of cells) {
    const per = words.length / Math.max(1, rowCount);
    for (let row = 0; row < rowCount; row++) {
      let mixed = hashes[row];
      for (let k = row * per; k < (row + 1) * per; k++) {
        mixed = Math.imul(mixed ^ words[k], 0x9e3779b1);
        mixed ^= mixed >>> 15;
      }
      hashes[row] = Math.imul(mixed, 0x85ebca6b) ^ (mixed >>> 13);
    }
  }
  const first = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    let slot = hashes[row] & (size - 1);
    for (;;) {
      const other = table[slot] - 1;
      if (other < 0) {
        table[slot] = row + 1;
        first[row] = row;
        break;
      }
      if (hashes[other] === hashes[row] && isAlike(cells, { row, other, rowCount })) {
        first[row] = other;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  return first;
}

/** A column as whole numbers, one or two a row; all NaN are made one bit pattern. */
function wordsOf(column: RawColumn): Int32Array {
  if (column.type === 'text') return column.codes;
  const { values } = column;
  const words = new Float64Array(values.length);
  // -0 and 0 are one value.
  for (let row = 0; row < words.length; row++) words[row] = Number.isNaN(values[row]) ? Number.NaN : values[row] + 0;
  return new Int32Array(words.buffer);
}

function isAlike(
  cells: readonly Int32Array[],
  { row, other, rowCount }: { row: number; other: number; rowCount: number },
): boolean {
  for (const words of cells) {
    const per = words.length / rowCount;
    for (let k = 0; k < per; k++) if (words[row * per + k] !== words[other * per + k]) return false;
  }
  return true;
}
