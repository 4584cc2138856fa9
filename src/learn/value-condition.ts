import type { NumberColumn } from '../model/table.js';
import type { Condition } from '../model/trait.js';

/**
 * The range between two cuts as a person would say it: whole numbers end on the last value that counts (`12–23`), and a
 * closed range that holds one value of the column only is that value (`= 1`).
 * @param cuts values from `lower` on and under `upper`; null is open.
 */
export function valueCondition(
  column: NumberColumn,
  cuts: { readonly lower: number | null; readonly upper: number | null },
): Condition {
  if (!column.whole) return { kind: 'range', ...cuts, upperIncluded: false };
  const lower = cuts.lower === null ? null : Math.ceil(cuts.lower);
  const upper = cuts.upper === null ? null : Math.ceil(cuts.upper) - 1;
  const single = column.isBanded
    ? null
    : onlyValue(column.values, {
        lower: lower ?? Number.NEGATIVE_INFINITY,
        upper: upper ?? Number.POSITIVE_INFINITY,
      });
  // An open end stays open (`3000000+`): tomorrow's account may be larger. Not so for flags, and for nothing at all.
  if (single !== null && (upper !== null || hasTwoValues(column.values)) && (lower !== null || single === 0)) {
    return { kind: 'range', lower: single, upper: single, upperIncluded: true };
  }
  return { kind: 'range', lower, upper, upperIncluded: upper !== null };
}

/** The one value that occurs between the bounds, both included; null if there are several. */
function onlyValue(values: Float64Array, { lower, upper }: { lower: number; upper: number }): number | null {
  let single: number | null = null;
  for (const value of values) {
    if (!(value >= lower && value <= upper) || value === single) continue;
    if (single !== null) return null;
    single = value;
  }
  return single;
}

function hasTwoValues(values: Float64Array): boolean {
  const seen = new Set<number>();
  for (const value of values) if (!Number.isNaN(value) && seen.add(value).size > 2) return false;
  return seen.size === 2;
}
