import { readMeasure } from './read-measure.js';
import type { DecimalMark } from './read-number.js';
import { readRange } from './read-range.js';

/** What companies of one person call their size. */
const alone = /^(self[- ]?employed|myself only|just me|freelancer|solo|sole trader)$/i;

/**
 * A cell of a column of ranges as a number: the lower bound of a range (0 where it is open below), and a number beside
 * ranges as it is (`75`, `1 employee`). NaN for what is neither.
 */
export function readBand(cell: string, mark: DecimalMark): number {
  const range = readRange(cell, mark);
  if (range !== null) return range.lower;
  return alone.test(cell) ? 1 : readMeasure(cell, mark);
}
