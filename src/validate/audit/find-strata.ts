import { nameTokens } from '../../intake/typing/name-tokens.js';
import type { Column } from '../../model/table.js';

/** Kinds of columns by which accounts are commonly mixed. */
export type StrataKind = 'source' | 'period' | 'region' | 'size';

/** Accounts in parts: `of[row]` is 0 … count − 1, or −1 in none. */
export interface Strata {
  readonly kind: StrataKind;
  /** The column, or what was made of it: `year of closed_at`. */
  readonly by: string;
  readonly of: Int16Array;
  readonly count: number;
}

const mostStrata = 50;
const sizeParts = 5;
const leastShare = 0.005;

const words: Readonly<Record<Exclude<StrataKind, 'period'>, RegExp>> = {
  source: /^(source|channel|campaign|medium|utm|origin|leadsource|quelle|kanal|canal|acquisition|referrer)$/,
  region: /^(region|country|state|territory|province|continent|market|geo|geography|land|pays|pais|county|area)$/,
  size: /^(employees|employee|headcount|size|revenue|turnover|staff|fte|mitarbeiter|umsatz|seats)$/,
};

/** Whether a column of this name may say source, region or size. */
export function isStratum(name: string): boolean {
  return kindOf(name) !== undefined;
}

/** Columns of source, region and size by their names, of the year (or quarter) by the time of decision. */
export function findStrata(
  columns: readonly Column[],
  { time, timeName }: { readonly time: Float64Array | null; readonly timeName: string | undefined },
): Strata[] {
  const named = columns.flatMap((column): Strata[] => {
    const kind = kindOf(column.name);
    if (kind === undefined) return [];
    const strata = column.type === 'category' ? ofLabels(column) : column.type === 'number' ? ofNumbers(column) : null;
    return strata === null ? [] : [{ kind, by: column.name, ...strata }];
  });
  const period = time === null || timeName === undefined ? null : ofTime(time, timeName);
  return period === null ? named : [period, ...named];
}

function kindOf(name: string): Exclude<StrataKind, 'period'> | undefined {
  const tokens = nameTokens(name);
  return (['source', 'region', 'size'] as const).find((kind) => tokens.some((token) => words[kind].test(token)));
}

type Parts = Pick<Strata, 'of' | 'count'>;

function ofLabels({ codes, labels }: Extract<Column, { type: 'category' }>): Parts | null {
  const counts = new Float64Array(labels.length);
  for (const code of codes) if (code >= 0) counts[code]++;
  const least = Math.max(11, leastShare * codes.length);
  const kept = [...counts.keys()].filter((code) => counts[code] >= least);
  if (kept.length < 2 || kept.length > mostStrata) return null;
  const partOf = new Int16Array(labels.length).fill(-1);
  kept.forEach((code, part) => {
    partOf[code] = part;
  });
  return { of: Int16Array.from(codes, (code) => (code < 0 ? -1 : partOf[code])), count: kept.length };
}

function ofNumbers({ values }: Extract<Column, { type: 'number' }>): Parts | null {
  const cuts = equalParts(values, sizeParts);
  return cuts.length === 0 ? null : cutAt(values, cuts);
}

/** By calendar year where two or more are there, else by quarter; a number that grows with time in five parts. */
function ofTime(time: Float64Array, name: string): Strata | null {
  const isDate = time.every((moment) => Number.isNaN(moment) || Math.abs(moment) > 1e10);
  if (!isDate) {
    const cuts = equalParts(time, sizeParts);
    return cuts.length === 0 ? null : { kind: 'period', by: name, ...cutAt(time, cuts) };
  }
  const years = byKey(time, (date) => date.getUTCFullYear());
  if (years.count >= 2) return { kind: 'period', by: `year of ${name}`, ...years };
  const quarters = byKey(time, (date) => 4 * date.getUTCFullYear() + Math.floor(date.getUTCMonth() / 3));
  return quarters.count >= 2 ? { kind: 'period', by: `quarter of ${name}`, ...quarters } : null;
}

function byKey(time: Float64Array, keyOf: (date: Date) => number): Parts {
  const keys = Float64Array.from(time, (moment) => (Number.isNaN(moment) ? Number.NaN : keyOf(new Date(moment))));
  const distinct = [...new Set(keys)].filter((key) => !Number.isNaN(key)).sort((a, b) => a - b);
  const place = new Map(distinct.map((key, part) => [key, part]));
  return { of: Int16Array.from(keys, (key) => place.get(key) ?? -1), count: distinct.length };
}

/** Bounds that cut the values into about equal parts; equal values stay together. */
export function equalParts(values: Float64Array, parts: number): number[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const cuts = Array.from({ length: parts - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / parts)]);
  return [...new Set(cuts)].filter((cut) => cut > sorted[0]);
}

export function cutAt(values: Float64Array, cuts: readonly number[]): Parts {
  const of = new Int16Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    let part = 0;
    while (part < cuts.length && value >= cuts[part]) part++;
    of[row] = Number.isNaN(value) ? -1 : part;
  }
  return { of, count: cuts.length + 1 };
}
