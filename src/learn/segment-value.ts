import type { SegmentValue } from '../model/segment.js';
import { amountLift } from './amount/amount-lift.js';
import { scaleAmounts } from './amount/amount-scale.js';

/**
 * What the accounts of a segment are worth, among these rows, those not known left out.
 * @param of `values` by row, 0 and more, NaN where not known. @returns null where no value of the segment is known.
 */
export function segmentValue(
  has: Uint8Array,
  { values, rows }: { readonly values: Float64Array; readonly rows: Int32Array },
): SegmentValue | null {
  const known = rows.filter((row) => !Number.isNaN(values[row]));
  const own = Float64Array.from(known, (row) => values[row]);
  const inside = Uint8Array.from(known, (row) => has[row]);
  const { cap } = scaleAmounts(own);
  const { accounts, lift } = amountLift(
    inside,
    own.map((value) => Math.min(value, cap)),
  );
  if (accounts === 0) return null;
  const sum = own.reduce((all, value, i) => all + (inside[i] === 1 ? value : 0), 0);
  return { mean: sum / accounts, ratio: lift };
}
