import { coerceColumn } from '../intake/coerce-column.js';
import type { Attribute } from '../model/attribute.js';
import type { Interval } from '../model/estimate.js';
import type { Profile } from '../model/profile.js';
import type { Tier } from '../model/scorecard.js';
import type { Column, RawColumn } from '../model/table.js';
import { expectedAmountOf, tidyAmount } from '../score/expected-amount.js';
import { keptAfter, tidyShare } from '../score/kept-after.js';
import type { AccountValue } from '../score/place-value.js';
import { createAccountScorer } from '../score/score-account.js';
import { scoringCard } from './scoring-card.js';

/** The score of one account. */
export interface RecordScore {
  readonly points: number;
  /** 0–100. */
  readonly fit: number;
  /** 0–1; null where the profile does not claim probabilities. */
  readonly probability: number | null;
  /** What such accounts come to on average, with its interval; absent where the profile claims no amounts. */
  readonly expected?: Interval;
  /** Share of such accounts that is kept after the horizon, with its interval; absent where the profile claims none. */
  readonly kept?: Interval;
  readonly tier: Tier | null;
  readonly reasons: readonly string[];
}

/**
 * Makes a scorer of one account at a time, for an API or a form. It never throws: whatever a record holds is read as
 * `scoreFile` would read it from a file of this one record, and what is not there or cannot be read is missing.
 * @throws AssayError PROFILE_REFUSED when the profile must not score.
 * @returns a function from a flat record (names as in the profile; sets as lists or `a;b`) to its score.
 */
export function createScorer(profile: Profile): (record: Readonly<Record<string, unknown>>) => RecordScore {
  const { card, claimsProbability, claimsAmount, claimsKept } = scoringCard({ profile });
  const readers = new Map(profile.attributes.map((attribute) => [attribute.name, createReader(attribute)]));
  const score = createAccountScorer(card);
  return (record) => {
    const one = score((attribute) => readers.get(attribute)?.(record) ?? null);
    const kept = claimsKept ? keptAfter(card, one.points) : null;
    const expected = claimsAmount ? expectedAmountOf(card, one.points) : null;
    return {
      ...one,
      probability: claimsProbability ? Math.round(one.probability * 1e6) / 1e6 : null,
      ...(expected === null ? {} : { expected: tidyAmount(expected) }),
      ...(kept === null ? {} : { kept: tidyShare(kept) }),
    };
  };
}

/** Texts that are remembered with what they were read as, of each attribute: most values come again and again. */
const mostRemembered = 1000;
const longestRemembered = 200;

function createReader({ name, type, separator }: Attribute): (record: unknown) => AccountValue {
  const known = new Map<string, AccountValue>();
  const isNumber = type === 'number' || type === 'whole';
  const read = (cell: number | string) => onlyValue(coerceColumn(columnOf(name, cell), { type, separator }).column);
  return (record) => {
    try {
      const isRecord = typeof record === 'object' && record !== null && Object.hasOwn(record, name);
      const cell = isRecord ? cellOf((record as Readonly<Record<string, unknown>>)[name]) : null;
      if (cell === null) return null;
      if (typeof cell === 'number') return isNumber ? cell : read(cell);
      const before = known.get(cell);
      if (before !== undefined) return before;
      const value = read(cell);
      if (known.size >= mostRemembered) known.clear();
      if (cell.length <= longestRemembered) known.set(cell, value);
      return value;
    } catch {
      // A getter that throws, or an object without a text: nothing is known.
      return null;
    }
  };
}

/** What a JSON file would hold for the value. */
function cellOf(value: unknown): number | string | null {
  if (typeof value === 'number') return value;
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '');
  if (!Array.isArray(value)) return typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (value.some((item) => item === null || typeof item === 'object')) return JSON.stringify(value);
  const items = value.map(String);
  const separator = items.some((item) => item.includes(';')) ? '|' : ';';
  return items.some((item) => item.includes(separator)) ? JSON.stringify(value) : items.join(separator);
}

function columnOf(name: string, cell: number | string): RawColumn {
  if (typeof cell === 'number')
    return { type: 'number', name, values: Float64Array.of(cell), whole: Number.isInteger(cell) };
  const isEmpty = cell === '';
  return { type: 'text', name, codes: Int32Array.of(isEmpty ? -1 : 0), labels: isEmpty ? [] : [cell] };
}

function onlyValue(column: Column): AccountValue {
  switch (column.type) {
    case 'number':
    case 'date':
      return column.values[0];
    case 'category':
    case 'text':
      return column.codes[0] < 0 ? null : column.labels[column.codes[0]];
    case 'set':
      return column.missing[0] === 1 ? null : Array.from(column.codes, (code) => column.labels[code]);
  }
}
