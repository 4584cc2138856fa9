import { type DecimalMark, readNumber } from './read-number.js';

/** A range as a cell states it. `upper` is null where it is open; `lower` of a range open below is 0. */
export interface StatedRange {
  readonly lower: number;
  readonly upper: number | null;
  readonly isOpenBelow: boolean;
  /** What stands beside the numbers, lower case, without signs: `employees`, `usd`, or ''. */
  readonly unit: string;
}

const amount = String.raw`(?:[a-z]{0,2}\p{Sc} ?|[a-z]{3} (?=\d))?(\d(?:[\d.,'’]| (?=\d{3}(?!\d)))*)`;
const factor = String.raw`(?: ?(k|tsd\.?|thousand|mn|mio\.?|mill?\.?|million(?:s|en)?|m|bn|mrd\.?|billions?|b)(?![\p{L}\d]))?`;
const number = `${amount}${factor}(?: ?(?:\\p{Sc}|%))?`;
/** Each word whole, so that no cell can be divided into words in two ways. */
const unit = String.raw`((?: ?[\p{L}%\p{Sc}.°]+(?![\p{L}%\p{Sc}.°])){0,4})`;
const dash = String.raw`(?: ?(?:-|–|—|−|~|\.\.+|…) ?| (?:to|bis|a|à|até|tot|and|und|et|y|al?) )`;
const many = 'more|above|over|up|greater|higher|older|mehr|älter|darüber|plus|más|mas|mais|più|meer|hoger';
const few = 'less|fewer|under|below|lower|younger|weniger|jünger|darunter|moins|menos|meno|minder';
const and = 'or|and|und|oder|et|ou|o|y|e|en|of';
const before = {
  open: 'over|above|more than|greater than|at least|from|min\\.?|ab|über|mehr als|mindestens|plus de|más de|mas de|mais de|acima de|oltre|più di|meer dan|vanaf|>=?|≥|⩾',
  closed:
    'under|below|less than|fewer than|up to|at most|max\\.?|unter|bis zu|bis|weniger als|höchstens|moins de|menos de|hasta|até|meno di|fino a|minder dan|tot|jusqu.à|<=?|≤|⩽',
};

const between = new RegExp(
  `^(?:between |from |von |de |entre |da )?${number}(?:${unit})??${dash}${number}${unit}$`,
  'u',
);
const openBefore = new RegExp(`^(?:${before.open}) ?${number}${unit}$`, 'u');
const openBehind = new RegExp(
  `^${number}(?: ?\\+${unit}|${unit}(?:,? (?:${and})) (?:${many})${unit}| plus${unit})$`,
  'u',
);
const closedBefore = new RegExp(`^(?:${before.closed}) ?${number}${unit}$`, 'u');
const closedBehind = new RegExp(`^${number}${unit} (?:${and}) (?:${few})${unit}$`, 'u');

/** Longer cells are prose. */
const longest = 60;

/**
 * Reads a range: `51-200 employees`, `$1M – $5M`, `10k–50k`, `18 to 24`, `10,001+`, `5000 und mehr`, `<50`, `unter 18`,
 * also in brackets behind a name, `Mid-market (51-200)`. Null for what is none, on purpose also for numbers with
 * leading zeros (`01-05`), ranges that fall (`3-1`), and two years (`2023-2024`).
 */
export function readRange(cell: string, mark: DecimalMark): StatedRange | null {
  if (cell.length > longest || !/\d/.test(cell)) return null;
  const tidy = cell.replace(/\s+/gu, ' ').trim().toLowerCase();
  const inner = /^[^\d()]+\((.+)\)$/.exec(tidy)?.[1] ?? /^[\p{L}][^\d:()]*: ?(.+)$/u.exec(tidy)?.[1] ?? tidy;
  const both = between.exec(inner);
  if (both !== null) return readBetween(both, mark);
  for (const pattern of [openBefore, openBehind]) {
    const parts = pattern.exec(inner);
    if (parts === null) continue;
    const lower = amountOf(parts[1], parts[2], mark);
    return Number.isNaN(lower) ? null : { lower, upper: null, isOpenBelow: false, unit: unitOf(inner, parts.slice(3)) };
  }
  for (const pattern of [closedBefore, closedBehind]) {
    const parts = pattern.exec(inner);
    if (parts === null) continue;
    const upper = amountOf(parts[1], parts[2], mark);
    return Number.isNaN(upper) || upper === 0
      ? null
      : { lower: 0, upper, isOpenBelow: true, unit: unitOf(inner, parts.slice(3)) };
  }
  return null;
}

function readBetween(parts: RegExpExecArray, mark: DecimalMark): StatedRange | null {
  const [, low, lowFactor, lowUnit = '', high, highFactor, highUnit] = parts;
  const upper = amountOf(high, highFactor, mark);
  const plain = amountOf(low, lowFactor, mark);
  // `1-5M` is in millions at both ends; `500-1M` can only mean five hundred.
  const shares = lowFactor === undefined && highFactor !== undefined && plain < amountOf(high, undefined, mark);
  const lower = shares ? amountOf(low, highFactor, mark) : plain;
  if (!(lower < upper)) return null;
  const unitText = unitOf(parts[0], [lowUnit, highUnit]);
  if (unitText === '' && isYear(low) && isYear(high)) return null;
  return { lower, upper, isOpenBelow: false, unit: unitText };
}

function isYear(digits: string): boolean {
  return /^(?:19|20)\d\d$/.test(digits);
}

const factors: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|tsd|th)/, 1e3],
  [/^(?:bn?$|billion|mrd)/, 1e9],
  [/^m/, 1e6],
];

function amountOf(digits: string, magnitude: string | undefined, mark: DecimalMark): number {
  const value = readNumber(digits, mark);
  if (magnitude === undefined) return value;
  const scale = factors.find(([pattern]) => pattern.test(magnitude))?.[1] ?? Number.NaN;
  return Number((value * scale).toPrecision(15));
}

function unitOf(cell: string, parts: readonly (string | undefined)[]): string {
  const sign = /\p{Sc}|%/u.exec(cell)?.[0];
  const words = parts.map((part) => (part ?? '').trim()).filter((part) => part !== '');
  return sign ?? words.at(-1) ?? '';
}

/**
 * The sign before the decimals of ranges: bands are round, so three digits behind every point, or every comma, are thousands.
 */
export function rangeMark(labels: Iterable<string>): DecimalMark {
  let [thousandPoints, decimalPoints, decimalCommas] = [0, 0, 0];
  for (const label of labels) {
    for (const [token] of label.matchAll(/\d[\d.,]*\d/g)) {
      if (/^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/.test(token)) thousandPoints++;
      else if (/\.\d+$/.test(token)) decimalPoints++;
      else if (/,\d{1,2}$/.test(token)) decimalCommas++;
    }
  }
  return decimalCommas > decimalPoints || (thousandPoints > 0 && decimalPoints === 0) ? ',' : '.';
}
