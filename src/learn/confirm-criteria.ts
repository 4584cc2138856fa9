import type { Criterion, Status } from '../model/criterion.js';
import type { Column } from '../model/table.js';
import { liftInterval } from '../stats/lift-interval.js';
import { matchTrait } from './match-trait.js';

/**
 * Counts each observed criterion again on accounts that were not learnt from. Same direction and an interval without 1:
 * validated; the other direction and an interval without 1: refuted; else, or without the column, it stays as it was.
 * A criterion whose points go against its own lift (Simpson's paradox) cannot be judged by counting and stays as it was.
 * @param heldOut `columns` and `labels` (1 had the outcome) of the held-out accounts, row by row.
 */
export function confirmCriteria(
  criteria: readonly Criterion[],
  heldOut: { readonly columns: readonly Column[]; readonly labels: Uint8Array },
): Criterion[] {
  const byName = new Map(heldOut.columns.map((column) => [column.name, column]));
  return criteria.map((criterion) => {
    const column = byName.get(criterion.trait.attribute);
    if (column === undefined || criterion.evidence === undefined) return criterion;
    const isUp = criterion.evidence.lift.estimate > 1;
    if (isUp !== (criterion.role !== 'disqualifier')) return criterion;
    const has = matchTrait(column, criterion.trait.condition);
    const status = statusFrom(has, { labels: heldOut.labels, isUp });
    return status === null ? criterion : { ...criterion, status };
  });
}

function statusFrom(has: Uint8Array, { labels, isUp }: { labels: Uint8Array; isUp: boolean }): Status | null {
  let [accounts, positives, totalPositives] = [0, 0, 0];
  for (let i = 0; i < has.length; i++) {
    totalPositives += labels[i];
    if (has[i] !== 1) continue;
    accounts++;
    positives += labels[i];
  }
  const { lower, upper } = liftInterval({ accounts, positives, totalPositives, totalAccounts: labels.length });
  if (lower > 1) return isUp ? 'validated' : 'refuted';
  if (upper < 1) return isUp ? 'refuted' : 'validated';
  return null;
}
