import type { Column, RawColumn } from '../model/table.js';
import { isPlaceholder } from './typing/is-placeholder.js';
import { decimalMark, readNumber } from './typing/read-number.js';

/** An outcome column by its distinct values: `codes[row]` indexes them, -1 where nothing is known. */
export interface OutcomeCells {
  readonly name: string;
  readonly codes: Int32Array;
  /** Without outer space, as they stand first. */
  readonly labels: readonly string[];
  /** Case and outer space folded; numbers in one way of writing, so that `1`, `1.0` and `1` are the same. */
  readonly folded: readonly string[];
  readonly counts: Int32Array;
  /** NaN for what is no number. */
  readonly numbers: Float64Array;
}

/** @throws nothing; a set column has no single value a row, and gives one label for each combination. */
export function outcomeCells(column: RawColumn | Column): OutcomeCells {
  const { codes, labels } = coded(column);
  const trimmed = labels.map((label) => label.trim());
  const mark = decimalMark(trimmed);
  const numbers = Float64Array.from(trimmed, (label) => readNumber(label, mark));
  const folded = trimmed.map((label, i) => foldValue(label, numbers[i]));
  const known = codes.map((code) => (code < 0 || isPlaceholder(trimmed[code]) ? -1 : code));
  const counts = new Int32Array(labels.length);
  for (const code of known) if (code >= 0) counts[code]++;
  return { name: column.name, codes: known, labels: trimmed, folded, counts, numbers };
}

/** A value that a user named, folded in the same way. */
export function foldValue(text: string, number = readNumber(text.trim(), '.')): string {
  return Number.isNaN(number) ? text.trim().toLowerCase() : String(number);
}

function coded(column: RawColumn | Column): { codes: Int32Array; labels: readonly string[] } {
  switch (column.type) {
    case 'text':
    case 'category':
      return column;
    case 'number':
      return byValue(column.values, {
        textOf: (row) => String(column.values[row]),
        isMissing: (row) => Number.isNaN(column.values[row]),
      });
    case 'date':
      return byValue(column.values, {
        textOf: (row) => new Date(column.values[row]).toISOString(),
        isMissing: (row) => Number.isNaN(column.values[row]),
      });
    case 'set':
      return byValue(column.missing, {
        textOf: (row) =>
          Array.from(
            column.codes.subarray(column.offsets[row], column.offsets[row + 1]),
            (code) => column.labels[code],
          ).join(';'),
        isMissing: (row) => column.missing[row] === 1,
      });
  }
}

function byValue(
  rows: ArrayLike<number>,
  { textOf, isMissing }: { textOf: (row: number) => string; isMissing: (row: number) => boolean },
): { codes: Int32Array; labels: string[] } {
  const index = new Map<string, number>();
  const codes = Int32Array.from({ length: rows.length }, (_, row) => {
    if (isMissing(row)) return -1;
    const text = textOf(row);
    const code = index.get(text) ?? index.size;
    index.set(text, code);
    return code;
  });
  return { codes, labels: [...index.keys()] };
}
