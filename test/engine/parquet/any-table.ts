import fc from 'fast-check';
import type { Column } from '../../../src/model/table.js';

/** Naughty on purpose: every Unicode text that a file can hold, quotes, NUL, controls, marks that turn the writing around. */
const label = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'a\0b',
    '"\'',
    '\r\n',
    '\ufeff',
    '\u202e',
    '\u{1F9D1}\u200d\u{1F680}',
    '__proto__',
    'NULL',
  ),
);

const number = fc.oneof(fc.double(), fc.integer().map(Number), fc.constantFrom(Number.NaN, -0, 0));
const moment = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.getTime()),
  fc.constantFrom(Number.NaN, 8.64e15, -8.64e15, -1),
);

/** Columns of every type over the same rows, labels numbered in order of first appearance. */
export function anyColumns(rowCount: number): fc.Arbitrary<Column[]> {
  const rows = { minLength: rowCount, maxLength: rowCount };
  const cell = fc.option(label, { freq: 4 });
  const column = fc.oneof(
    fc.array(cell, rows).map(
      (cells) =>
        (name: string): Column => ({ type: 'text', name, ...coded(cells) }),
    ),
    fc.array(cell, rows).map(
      (cells) =>
        (name: string): Column => ({ type: 'category', name, ...coded(cells) }),
    ),
    fc.array(number, rows).map(
      (values) =>
        (name: string): Column =>
          numbers(name, values),
    ),
    fc.array(moment, rows).map(
      (values) =>
        (name: string): Column =>
          dates(name, values),
    ),
    fc
      .array(fc.option(fc.array(label, { maxLength: 4 }), { freq: 4 }), rows)
      .map((cells) => (name: string) => sets(name, cells)),
  );
  const names = fc.uniqueArray(fc.oneof(label, fc.constant('assay.line')), {
    minLength: 0,
    maxLength: 6,
    selector: (name) => name.toLowerCase(),
  });
  return names.chain((chosen) =>
    fc.tuple(...chosen.map(() => column)).map((made) => made.map((make, i) => make(chosen[i]))),
  );
}

export function coded(cells: readonly (string | null)[]): { codes: Int32Array; labels: string[] } {
  const labels = [...new Set(cells.filter((cell) => cell !== null))];
  return { codes: Int32Array.from(cells, (cell) => (cell === null ? -1 : labels.indexOf(cell))), labels };
}

export function numbers(name: string, values: readonly number[]): Column {
  return {
    type: 'number',
    name,
    values: Float64Array.from(values),
    whole: values.every((x) => Number.isNaN(x) || Number.isInteger(x)),
  };
}

export function dates(name: string, values: readonly number[]): Column {
  return { type: 'date', name, values: Float64Array.from(values) };
}

export function sets(name: string, cells: readonly (readonly string[] | null)[]): Column {
  const { codes, labels } = coded(cells.flatMap((cell) => cell ?? []));
  const offsets = new Int32Array(cells.length + 1);
  for (const [row, cell] of cells.entries()) offsets[row + 1] = offsets[row] + (cell?.length ?? 0);
  return {
    type: 'set',
    name,
    offsets,
    codes,
    labels,
    missing: Uint8Array.from(cells, (cell) => (cell === null ? 1 : 0)),
  };
}
