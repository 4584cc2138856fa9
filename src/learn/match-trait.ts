import type { Column, SetColumn } from '../model/table.js';
import type { Condition } from '../model/trait.js';

/** What {@link matchTrait} answers for an account whose attribute is not known. */
export const unknownMatch = 255;

/**
 * Which accounts meet a condition, read the same way everywhere (evidence, beliefs, reports).
 * Values of a category are compared as text; one that no account has in exactly this spelling is compared with case and
 * outer space folded. Numbers written as text are read as numbers by a range.
 * @returns for each row 1 (meets it), 0 (does not) or 255 (attribute missing; never for the condition `missing`).
 */
export function matchTrait(column: Column, condition: Condition): Uint8Array {
  switch (condition.kind) {
    case 'missing':
      return missingRows(column).map((missing) => (missing === 0 ? 0 : 1));
    case 'range':
      return matchRange(column, condition);
    case 'in':
      return matchLabels(column, condition.values);
    case 'includes':
      return matchLabels(column, [condition.member]);
    case 'excludes':
      return matchLabels(column, [condition.member]).map((match) => (match === unknownMatch ? match : 1 - match));
  }
}

function matchRange(column: Column, range: Extract<Condition, { kind: 'range' }>): Uint8Array {
  const isInside = (value: number) =>
    (range.lower === null || value >= range.lower) &&
    (range.upper === null || value < range.upper || (range.upperIncluded && value === range.upper));
  const judge = (value: number) => (Number.isNaN(value) ? unknownMatch : isInside(value) ? 1 : 0);
  if (column.type === 'number' || column.type === 'date') return judgeEach(column.values, judge);
  if (range.lower === null && range.upper === null) {
    return missingRows(column).map((missing) => (missing === 0 ? 1 : unknownMatch));
  }
  const labelMatch = Uint8Array.from(column.labels, (label) => judge(label.trim() === '' ? Number.NaN : Number(label)));
  if (column.type === 'set') return new Uint8Array(column.missing.length).fill(unknownMatch);
  return judgeEach(column.codes, (code) => (code < 0 ? unknownMatch : labelMatch[code]));
}

function matchLabels(column: Column, values: readonly string[]): Uint8Array {
  if (column.type === 'number' || column.type === 'date') {
    const wanted = new Set(values.filter((value) => value.trim() !== '').map(Number));
    return judgeEach(column.values, (value) => (Number.isNaN(value) ? unknownMatch : wanted.has(value) ? 1 : 0));
  }
  const wanted = wantedLabels(column.labels, values);
  if (column.type === 'set') return matchMembers(column, wanted);
  return judgeEach(column.codes, (code) => (code < 0 ? unknownMatch : wanted[code]));
}

function matchMembers(column: SetColumn, wanted: Uint8Array): Uint8Array {
  return column.missing.map((missing, row) => {
    if (missing !== 0) return unknownMatch;
    for (let m = column.offsets[row]; m < column.offsets[row + 1]; m++) if (wanted[column.codes[m]] === 1) return 1;
    return 0;
  });
}

function wantedLabels(labels: readonly string[], values: readonly string[]): Uint8Array {
  const known = new Set(labels);
  const exact = new Set(values.filter((value) => known.has(value)));
  const folded = new Set(values.filter((value) => !known.has(value)).map(fold));
  return Uint8Array.from(labels, (label) => (exact.has(label) || folded.has(fold(label)) ? 1 : 0));
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}

function missingRows(column: Column): Uint8Array {
  if (column.type === 'set') return column.missing;
  if (column.type === 'number' || column.type === 'date') {
    return judgeEach(column.values, (value) => (Number.isNaN(value) ? 1 : 0));
  }
  return judgeEach(column.codes, (code) => (code < 0 ? 1 : 0));
}

/** `from` with a function takes ten times as long. */
function judgeEach(values: Float64Array | Int32Array, judge: (value: number) => number): Uint8Array {
  const judged = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) judged[row] = judge(values[row]);
  return judged;
}
