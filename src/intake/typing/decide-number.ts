import { nameRole } from './name-role.js';
import { nameTokens } from './name-tokens.js';
import { findNumberDate } from './number-dates.js';

/** What a column of numbers turns out to be. */
export type NumberDecision =
  | { readonly type: 'number' | 'identifier' | 'category'; readonly why: string }
  | {
      readonly type: 'date';
      readonly why: string;
      /** Milliseconds since 1970 UTC. */
      readonly toDate: (value: number) => number;
    };

/**
 * Tells numbers that measure from numbers that name. Whole numbers are names where the column is called an id, where
 * they are a row counter (1, 2, 3 …) or a shuffled one, or where they are postal codes or telephone numbers; other
 * numbers are measurements even when all are different, as revenues are.
 * @param values in row order, NaN where missing.
 */
export function decideNumber(
  name: string,
  { values, distinct }: { values: Float64Array; distinct: number },
): NumberDecision {
  const role = nameRole(name);
  const dates = isCalledDate(name) ? findNumberDate(values.filter((value) => !Number.isNaN(value))) : null;
  if (dates !== null) return { type: 'date', why: dates.why, toDate: dates.toDate };
  const present = presentWhole(values);
  if (present === null) return { type: 'number', why: '' };
  const share = distinct / Math.max(1, present.length);
  if (role === 'phone') return { type: 'identifier', why: 'telephone numbers' };
  if (role === 'postal')
    return { type: share > 0.5 ? 'identifier' : 'category', why: 'postal codes are names, not amounts' };
  if (role === 'id') {
    const names = distinct > 50 || share > 0.5;
    return names
      ? { type: 'identifier', why: 'its name says that it is an id' }
      : { type: 'category', why: 'its name says that the numbers are codes' };
  }
  if (role === 'reference' && share > 0.9 && present.length >= 5) {
    return { type: 'identifier', why: 'its name says that it is a number to refer by, and nearly all are different' };
  }
  if (isCounter(present, distinct)) return { type: 'identifier', why: 'it counts the rows' };
  return { type: 'number', why: '' };
}

/** Whether a column is called a date or a moment, in a few languages. */
function isCalledDate(name: string): boolean {
  const words = nameTokens(name);
  if (words.some((word) => ['id', 'key', 'count', 'number', 'days', 'hours'].includes(word)) && !words.includes('date'))
    return false;
  return (
    nameRole(name) === 'date' ||
    words.some((word) =>
      ['date', 'day', 'dt', 'datum', 'fecha', 'timestamp', 'datetime', 'created', 'updated'].includes(word),
    )
  );
}

/** The values that are there, or null where one of them is no whole number. */
function presentWhole(values: Float64Array): Float64Array | null {
  const present = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value)) return null;
    present[count++] = value;
  }
  return present.subarray(0, count);
}

/** A run without repeats and almost without gaps: in order from 5 rows on, in any order from 50 on. */
function isCounter(present: Float64Array, distinct: number): boolean {
  if (present.length < 5 || distinct < present.length) return false;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let rises = 0;
  for (let i = 0; i < present.length; i++) {
    least = Math.min(least, present[i]);
    most = Math.max(most, present[i]);
    if (i > 0 && present[i] > present[i - 1]) rises++;
  }
  const density = present.length / (most - least + 1);
  const isSorted = rises === present.length - 1 || rises === 0;
  // In a small ordered file the steps must be exactly one: a sorted column of amounts is not a counter.
  if (isSorted) return present.length < 50 ? density === 1 : density > 0.8;
  return present.length >= 50 && density > 0.95;
}
