import { AssayError } from '../errors.js';
import type { Profile } from '../model/profile.js';
import type { SegmentMeasure } from '../model/segment.js';

/**
 * How segments are looked for, as the profile says it; nothing where it is the usual way and no column of values is known.
 * @throws AssayError USAGE where values are asked for and none are known, or anything else of amounts.
 */
export function segmentsByOf(
  measure: SegmentMeasure | undefined,
  { valueColumn, isAmount }: { readonly valueColumn: string | undefined; readonly isAmount: boolean },
): Pick<Profile, 'segmentsBy'> {
  if (isAmount && (valueColumn !== undefined || (measure !== undefined && measure !== 'value'))) {
    throw new AssayError('USAGE', {
      detail: 'Of amounts, segments are looked for by the amount itself.',
      hint: 'Leave --segments-by and --value-column out.',
    });
  }
  if (measure === 'value' && valueColumn === undefined && !isAmount) {
    throw new AssayError('USAGE', {
      detail: '--segments-by value needs to know what accounts are worth.',
      hint: 'Name the column that says it: --value-column revenue.',
    });
  }
  if (isAmount) return { segmentsBy: { measure: 'value' } };
  if (valueColumn !== undefined) return { segmentsBy: { measure: measure ?? 'balance', value: valueColumn } };
  return measure === undefined || measure === 'balance' ? {} : { segmentsBy: { measure } };
}
