import type { Column, NumberColumn } from '../../model/table.js';
import type { Condition, Trait } from '../../model/trait.js';

/** A trait made wider or narrower; made without looking at the outcome. */
export interface TraitVariant {
  readonly kind: 'loosened' | 'tightened';
  readonly trait: Trait;
}

/** How far a bound moves: a quarter of the accounts that have the trait. */
const step = 0.25;
/** Values that are tried beside those of a trait, the most frequent first, and their least share. */
const mostValues = 4;
const leastShare = 0.02;

/** Ranges with each bound moved out and in, lists of values with one more and one less; nothing for other traits. */
export function varyTrait({ attribute, condition }: Trait, column: Column): TraitVariant[] {
  const variants =
    condition.kind === 'range' && column.type === 'number'
      ? varyRange(condition, column)
      : condition.kind === 'in' && column.type === 'category'
        ? varyValues(condition, column)
        : [];
  return variants.map(({ kind, condition: varied }) => ({ kind, trait: { attribute, condition: varied } }));
}

type Range = Extract<Condition, { kind: 'range' }>;
interface Varied {
  readonly kind: TraitVariant['kind'];
  readonly condition: Condition;
}

function varyRange(range: Range, { values, whole }: NumberColumn): Varied[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const from = range.lower === null ? 0 : rank(sorted, (value) => value < (range.lower ?? 0));
  const to =
    range.upper === null
      ? sorted.length
      : rank(sorted, (value) => value < (range.upper ?? 0) || (range.upperIncluded && value === range.upper));
  const inside = to - from;
  if (inside < 4) return [];
  const shift = Math.max(1, Math.round(step * inside));
  const tidy = (value: number) => {
    const rounded = Number(value.toPrecision(2));
    return whole ? Math.round(rounded) : rounded;
  };
  const at = (position: number) => tidy(sorted[Math.min(sorted.length - 1, Math.max(0, position))]);
  const varied: Varied[] = [];
  const add = (kind: Varied['kind'], condition: Range) => {
    const isChanged = condition.lower !== range.lower || condition.upper !== range.upper;
    const isRange = condition.lower === null || condition.upper === null || condition.lower < condition.upper;
    if (isChanged && isRange) varied.push({ kind, condition });
  };
  if (range.lower !== null) {
    const lower = at(from - shift);
    if (lower < range.lower)
      add('loosened', { ...range, lower: from - shift <= 0 && range.upper !== null ? null : lower });
    if (at(from + shift) > range.lower) add('tightened', { ...range, lower: at(from + shift) });
  }
  if (range.upper !== null) {
    const isOpen = to + shift >= sorted.length && range.lower !== null;
    if (at(to + shift - 1) > range.upper)
      add(
        'loosened',
        isOpen ? { ...range, upper: null, upperIncluded: false } : { ...range, upper: at(to + shift - 1) },
      );
    if (at(to - shift - 1) < range.upper) add('tightened', { ...range, upper: at(to - shift - 1) });
  }
  return varied;
}

function varyValues(
  { values }: Extract<Condition, { kind: 'in' }>,
  { labels, codes }: Extract<Column, { type: 'category' }>,
): Varied[] {
  const counts = new Int32Array(labels.length);
  for (const code of codes) if (code >= 0) counts[code]++;
  const others = labels
    .map((label, code) => ({ label, count: counts[code] }))
    .filter(({ label, count }) => !values.includes(label) && count >= leastShare * codes.length && count > 0)
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .slice(0, mostValues);
  return [
    ...others.map(({ label }): Varied => ({ kind: 'loosened', condition: { kind: 'in', values: [...values, label] } })),
    ...(values.length < 2 || values.length > mostValues
      ? []
      : values.map((value): Varied => {
          return { kind: 'tightened', condition: { kind: 'in', values: values.filter((one) => one !== value) } };
        })),
  ];
}

/** How many of the sorted values `holds` is true for, which stays false from the first on for which it is. */
function rank(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}
