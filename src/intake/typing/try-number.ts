import { type Cells, firstLabels, presentLabels, shareOf, shareRead, valuesOf } from './cells.js';
import { nameRole } from './name-role.js';
import { isMagnitude, readMeasure, splitUnit } from './read-measure.js';
import { currencyOf, type DecimalMark, decimalMark, isUndecided, readNumber } from './read-number.js';

/** Answers that a number column may hold beside its numbers. */
const notKnown =
  /^(unknown|none|other|not (provided|specified|available|disclosed|known|applicable)|private|confidential|undisclosed|unbekannt|prefer not to say)$/i;

/** Distinct values that are looked at for currencies. */
const mostLooked = 10_000;

/** A column that can be read as numbers, and how. */
export interface NumberReading {
  readonly mark: DecimalMark;
  readonly read: (label: string) => number;
  /** What it makes of each label. */
  readonly values: Float64Array;
  /** What to say about it; empty where it goes without saying. */
  readonly why: string;
}

/**
 * How the column is to be read as numbers, or null where it is none: at least 95 % of the present cells must be
 * numbers (words such as `Unknown` apart, but then half of all), and it must not look like a code with leading zeros.
 */
export function tryNumber(cells: Cells): NumberReading | null {
  const role = nameRole(cells.name);
  if (role === 'phone' || role === 'postal') {
    if (shareOf(cells, (label) => /^0\d|\D/.test(label)) > 0) return null;
  }
  const probe = firstLabels(cells, 200);
  const isNumber = (label: string) => !Number.isNaN(readMeasure(label, '.')) || !Number.isNaN(readMeasure(label, ','));
  if (probe.filter(isNumber).length < probe.length * 0.3) return null;
  if (cells.sample !== cells && readingOf(cells.sample) === null) return null;
  return readingOf(cells);
}

function readingOf(cells: Cells): NumberReading | null {
  const some = presentLabels(cells.sample);
  const mark = decimalMark(some);
  const plain = numberValues(cells, mark);
  const rest = cells.labels.filter((_, code) => cells.counts[code] > 0 && Number.isNaN(plain[code]));
  const unit = rest.length === 0 ? null : unitOf(rest, mark);
  const read = (label: string) => (unit === null ? readNumber(label, mark) : readMeasure(label, mark));
  const values = unit === null ? plain : measureValues(cells, mark);
  const numbers = shareRead(cells, values);
  if (numbers < 0.5) return null;
  const padded = shareOf(cells, (label) => label.charCodeAt(0) === 48 && /^0\d+$/.test(label));
  if (padded * cells.present >= 2 && padded >= 0.002) return null;
  const long = shareOf(cells, (label) => label.length > 15 && /^\d{16,}$/.test(label));
  if (long > 0) return null;
  if (rest.some((label) => /^\d+[eE]\d+$/.test(label))) return null;
  const words = numbers >= 0.95 ? 0 : shareOf(cells, (label) => notKnown.test(label));
  return numbers >= 0.95 * (1 - words) ? { mark, read, values, why: whyOf(some, { mark, unit }) } : null;
}

/** Each label as a plain number. */
function numberValues(cells: Cells, mark: DecimalMark): Float64Array {
  return valuesOf(cells, { as: `number ${mark}`, read: (label) => readNumber(label, mark) });
}

/** Each label as a number that may have a unit. */
export function measureValues(cells: Cells, mark: DecimalMark): Float64Array {
  const plain = numberValues(cells, mark);
  if (!plain.some((value, code) => Number.isNaN(value) && cells.counts[code] > 0)) return plain;
  return valuesOf(cells, { as: `measure ${mark}`, read: (label) => readMeasure(label, mark) });
}

/** The one unit that all cells with a unit have, '' where they have factors (`1.2k`) only, or null. */
function unitOf(present: readonly string[], mark: DecimalMark): string | null {
  const units = new Map<string, number>();
  for (const label of present) {
    if (!Number.isNaN(readNumber(label, mark)) || Number.isNaN(readMeasure(label, mark))) continue;
    const unit = splitUnit(label)?.unit ?? '';
    units.set(unit, (units.get(unit) ?? 0) + 1);
  }
  const names = [...units.keys()];
  const count = [...units.values()].reduce((sum, many) => sum + many, 0);
  if (count < 2) return null;
  if (names.every(isMagnitude)) return '';
  return names.length === 1 ? names[0] : null;
}

function whyOf(present: readonly string[], { mark, unit }: { mark: DecimalMark; unit: string | null }): string {
  const looked = present.length > mostLooked ? present.slice(0, mostLooked) : present;
  const currencies = [...new Set(looked.flatMap((label) => currencyOf(label) ?? []))];
  return [
    ...(mark === ',' ? ['with a comma before the decimals'] : []),
    ...(isUndecided(present)
      ? ['ambiguous: three digits behind the only point may be thousands; they are read as decimals']
      : []),
    ...(unit === null || unit === '' ? [] : [`in ${unit}`]),
    ...(currencies.length > 1 ? [`amounts in ${currencies.sort().join(', ')}, not converted`] : []),
  ].join('; ');
}
