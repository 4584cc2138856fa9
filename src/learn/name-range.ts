import type { Condition } from '../model/trait.js';
import { formatCondition } from '../model/trait-text.js';

type Range = Extract<Condition, { kind: 'range' }>;

const units = [
  { size: 1e9, sign: 'B' },
  { size: 1e6, sign: 'M' },
] as const;
/**
 * A range in a name: as in its trait, but numbers from a million on are told short, in three digits: `22–550 M`,
 * `under 1.5 B`, `2 M+`. Where two bounds would look the same they stay exact.
 */
export function nameRange(range: Range): string {
  const exact = formatCondition(range).replace(/^= /, '');
  const { lower, upper } = range;
  const unit = unitOf(Math.max(Math.abs(lower ?? 0), Math.abs(upper ?? 0)));
  if (unit === undefined) return exact;
  const [from, to] = [shorten(lower, unit.size), shorten(upper, unit.size)];
  if (lower !== upper && from === to) return exact;
  if (upper === null) return `${from} ${unit.sign}+`;
  const own = unitOf(Math.abs(lower ?? 0));
  if (lower !== null && own !== undefined && own !== unit) {
    const joint = range.upperIncluded ? '–' : ' to under ';
    return `${shorten(lower, own.size)} ${own.sign}${joint}${to} ${unit.sign}`;
  }
  return `${formatCondition({ ...range, lower: from, upper: to }).replace(/^= /, '')} ${unit.sign}`;
}

function unitOf(magnitude: number): (typeof units)[number] | undefined {
  return units.find(({ size }) => magnitude >= size);
}

function shorten(bound: number | null, size: number): number | null {
  return bound === null ? null : Number((bound / size).toPrecision(3));
}
