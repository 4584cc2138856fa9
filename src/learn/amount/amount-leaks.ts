import type { SuspectedLeak } from '../../model/leak.js';
import { findLeaks, type LeakSearch } from '../find-leaks.js';
import type { CodedTable } from '../grid.js';

/**
 * Attributes that give the amount away: that know whether there is one, or whether it is among the largest quarter.
 * @returns at most one entry for each attribute.
 */
export function findAmountLeaks(
  from: Omit<LeakSearch, 'labels'> & {
    readonly coded: CodedTable;
    readonly amounts: Float64Array;
  },
): SuspectedLeak[] {
  const { amounts, ...rest } = from;
  const sorted = Float64Array.from(amounts).sort();
  const large = sorted[Math.min(sorted.length - 1, Math.floor(0.75 * sorted.length))];
  const worst = new Map<string, SuspectedLeak>();
  for (const isPositive of [(amount: number) => amount > 0, (amount: number) => amount > 0 && amount >= large]) {
    for (const leak of findLeaks({
      ...rest,
      labels: Uint8Array.from(amounts, (amount) => (isPositive(amount) ? 1 : 0)),
    })) {
      const known = worst.get(leak.attribute);
      if (known === undefined || (known.severity !== 'set aside' && leak.severity === 'set aside')) {
        worst.set(leak.attribute, leak);
      }
    }
  }
  return [...worst.values()];
}
