import { type Cells, firstLabels, shareOf } from './cells.js';
import { nameRole } from './name-role.js';
import { type DecimalMark, decimalMark, readNumber } from './read-number.js';

/** Answers that a number column may hold beside its numbers. */
const notKnown =
  /^(unknown|none|other|not (provided|specified|available|disclosed|known|applicable)|private|confidential|undisclosed|unbekannt|prefer not to say)$/i;

/**
 * How the column is to be read as numbers, or null where it is none: at least 95 % of the present cells must be
 * numbers (words such as `Unknown` apart, but then half of all), and it must not look like a code with leading zeros.
 */
export function tryNumber(cells: Cells): DecimalMark | null {
  const role = nameRole(cells.name);
  if (role === 'phone' || role === 'postal') {
    if (shareOf(cells, (label) => /^0\d|\D/.test(label)) > 0) return null;
  }
  const probe = firstLabels(cells, 200);
  const isNumber = (label: string) => !Number.isNaN(readNumber(label, '.')) || !Number.isNaN(readNumber(label, ','));
  if (probe.filter(isNumber).length < probe.length * 0.3) return null;
  const mark = decimalMark(cells.labels.filter((_, code) => cells.counts[code] > 0));
  const numbers = shareOf(cells, (label) => !Number.isNaN(readNumber(label, mark)));
  if (numbers < 0.5) return null;
  const padded = shareOf(cells, (label) => /^0\d+$/.test(label));
  if (padded * cells.present >= 2 && padded >= 0.002) return null;
  const long = shareOf(cells, (label) => /^\d{16,}$/.test(label));
  if (long > 0) return null;
  if (shareOf(cells, (label) => /^\d+[eE]\d+$/.test(label)) > 0) return null;
  const words = numbers >= 0.95 ? 0 : shareOf(cells, (label) => notKnown.test(label));
  return numbers >= 0.95 * (1 - words) ? mark : null;
}
