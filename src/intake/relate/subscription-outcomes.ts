import type { AccountOutcomes } from './account-outcomes.js';
import { cellLabels, cellMoments } from './cell-labels.js';
import { daysUntilShare, delayCurve } from './delay-curve.js';
import type { RelatedTable } from './mapped-table.js';

/** `young`: still running, and not for long enough to say anything. */
export type RetentionOutcome = 'kept' | 'churned' | 'young';

export interface SubscriptionOutcomes extends AccountOutcomes<RetentionOutcome> {
  /** Days that an account must have run to count as kept. */
  readonly maturityDays: number;
  readonly notes: readonly string[];
}

const msPerDay = 86_400_000;
const ended =
  /^(cancell?ed|churned|expired|ended|terminated|inactive|incomplete.expired|unpaid|gekündigt|résilié|cancelad[oa])$/i;

/**
 * Which accounts were kept and which churned, by their subscriptions. An account runs while any of its subscriptions does.
 * With a landmark (the sound way): of the accounts that ran at that moment, who had ended by `asOf`; all are decided at
 * the landmark, so that kept and churned accounts have been seen equally long. Without: churned when all have ended, at
 * the moment the last did; kept when it has run for `maturity` days, decided at `asOf`.
 * @param maturity in days; absent: when 90 % of the ends seen had come (Kaplan–Meier), at most 365.
 */
export function subscriptionOutcomes(
  { table, accountOf }: RelatedTable,
  {
    accountCount,
    asOf,
    landmark,
    maturity,
  }: { accountCount: number; asOf: number; landmark?: number; maturity?: number },
): SubscriptionOutcomes {
  const started = cellMoments(table, 'startedAt');
  const endedAt = cellMoments(table, 'endedAt');
  const statusOf = cellLabels(table, 'status');
  const first = new Float64Array(accountCount).fill(Number.NaN);
  const last = new Float64Array(accountCount).fill(Number.NaN);
  const ranAtLandmark = new Uint8Array(accountCount);
  let undated = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const account = accountOf[row];
    if (account < 0 || started[row] > asOf) continue;
    const hasEnded = Number.isNaN(endedAt[row]) && ended.test(statusOf(row)?.trim() ?? '');
    if (hasEnded) undated++;
    // Ended, but nobody knows when: no later than it started is the one moment that cannot leak.
    const end = hasEnded ? (Number.isNaN(started[row]) ? Number.NEGATIVE_INFINITY : started[row]) : endedAt[row];
    const until = end <= asOf ? end : Number.POSITIVE_INFINITY;
    if (!(first[account] <= started[row]) && !Number.isNaN(started[row])) first[account] = started[row];
    if (!(last[account] >= until)) last[account] = until;
    if (landmark !== undefined && !(started[row] >= landmark) && until >= landmark) ranAtLandmark[account] = 1;
  }
  const days = Float64Array.from(last, (end, account) => (Math.min(end, asOf) - first[account]) / msPerDay);
  const curve = delayCurve(
    days,
    Uint8Array.from(last, (end) => (end <= asOf ? 1 : 0)),
  );
  const observed = curve.length === 0 ? 365 : Math.min(365, Math.ceil(daysUntilShare(curve, 0.9)));
  const maturityDays = maturity ?? observed;
  const decisionTime = new Float64Array(accountCount).fill(Number.NaN);
  const outcomes = Array.from(last, (end, account): RetentionOutcome | null => {
    if (Number.isNaN(end) || (landmark !== undefined && ranAtLandmark[account] === 0)) return null;
    decisionTime[account] = landmark ?? (end <= asOf ? end : Number.NaN);
    if (end <= asOf) return 'churned';
    return landmark !== undefined || days[account] >= maturityDays ? 'kept' : 'young';
  });
  const notes: string[] = [];
  if (landmark === undefined)
    notes.push(`Accounts that run for under ${maturityDays} days are too young to count as kept.`);
  if (undated > 0)
    notes.push(`${undated} subscriptions have ended and do not say when; they count as ended when they started.`);
  return { outcomes, decisionTime, maturityDays, notes };
}
