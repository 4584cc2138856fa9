import { readDate } from './read-date.js';

/** Dates that are written as numbers: what they are called, which numbers they may be, and what they stand for. */
interface NumberDate {
  readonly why: string;
  readonly isOne: (value: number) => boolean;
  readonly toDate: (value: number) => number;
}

const dayMs = 86_400_000;
const isBetween = (from: number, to: number) => (value: number) => value >= from && value <= to;

/** 1990 to 2100 each; the ranges do not meet, so that at most one fits. Excel's day 1 is the first of 1900. */
const schemes: readonly NumberDate[] = [
  { why: 'written as YYYYMMDD', isOne: isCalendarNumber, toDate: readCompact },
  { why: 'as seconds since 1970', isOne: isBetween(631_152_000, 4_102_444_800), toDate: (value) => value * 1000 },
  { why: 'as milliseconds since 1970', isOne: isBetween(631_152_000_000, 4_102_444_800_000), toDate: (value) => value },
  {
    why: 'as the days of a spreadsheet program',
    isOne: isBetween(32_874, 73_051),
    toDate: (value) => Math.round((value - 25_569) * dayMs),
  },
];

/** How numbers of a column that is called a date are to be read as dates, or null. @param values those that are there. */
export function findNumberDate(values: Float64Array): NumberDate | null {
  return values.length === 0 ? null : (schemes.find(({ isOne }) => values.every(isOne)) ?? null);
}

/** `20240131` */
function readCompact(value: number): number {
  return readDate(String(value).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'), 'day first');
}

function isCalendarNumber(value: number): boolean {
  const [year, month, day] = [Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100];
  const isWhole = Number.isInteger(value);
  return isWhole && year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
