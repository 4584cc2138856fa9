import type { AccountOutcomes } from './account-outcomes.js';
import { cellLabels, cellMoments } from './cell-labels.js';
import { landmarkOutcomes, type RetentionOutcome } from './landmark-outcomes.js';
import type { RelatedTable } from './mapped-table.js';

export interface SubscriptionOutcomes extends AccountOutcomes<RetentionOutcome> {
  /** The moment at which all accounts are decided, ms. */
  readonly landmark: number;
  readonly notes: readonly string[];
}

const msPerDay = 86_400_000;
const endings =
  /^(cancell?ed|churned|expired|ended|terminated|inactive|incomplete[_ ]expired|unpaid|gekündigt|résiliée?|cancelad[oa])$/i;

/**
 * Which accounts were kept and which churned by their subscriptions, of one table or several, in the last `horizonDays` before `asOf`. An account
 * runs while any of its subscriptions does, and has churned when the last one ended; accounts without any are null.
 * @param horizonDays how long accounts are followed; 180 when absent.
 */
export function subscriptionOutcomes(
  tables: readonly RelatedTable[],
  { accountCount, asOf, horizonDays = 180 }: { accountCount: number; asOf: number; horizonDays?: number },
): SubscriptionOutcomes {
  const startedAt = new Float64Array(accountCount).fill(Number.POSITIVE_INFINITY);
  const endedAt = new Float64Array(accountCount).fill(Number.NEGATIVE_INFINITY);
  let undated = 0;
  for (const { table, accountOf } of tables) {
    const started = cellMoments(table, 'startedAt');
    const ended = cellMoments(table, 'endedAt');
    const statusOf = cellLabels(table, 'status');
    for (let row = 0; row < table.rowCount; row++) {
      const account = accountOf[row];
      if (account < 0 || started[row] > asOf) continue;
      const start = Number.isNaN(started[row]) ? Number.NEGATIVE_INFINITY : started[row];
      let end = ended[row] <= asOf ? ended[row] : Number.POSITIVE_INFINITY;
      if (Number.isNaN(ended[row]) && endings.test(statusOf(row)?.trim() ?? '')) {
        undated++;
        // No later than its start is the one moment that cannot put an ended subscription among the running ones.
        end = start;
      }
      startedAt[account] = Math.min(startedAt[account], start);
      endedAt[account] = Math.max(endedAt[account], end);
    }
  }
  const landmark = asOf - horizonDays * msPerDay;
  const { outcomes, decisionTime } = landmarkOutcomes({ startedAt, endedAt, landmark, asOf });
  const count = (outcome: RetentionOutcome) => outcomes.filter((found) => found === outcome).length;
  const notes = [
    `${count('kept') + count('churned')} accounts ran ${horizonDays} days before the end; ${count('churned')} of them have churned since.`,
  ];
  if (count('young') > 0) notes.push(`${count('young')} accounts began later and are too young to say.`);
  if (undated > 0) {
    notes.push(`${undated} subscriptions have ended and do not say when: they count as ended when they started.`);
  }
  return { outcomes, decisionTime, landmark, notes };
}
