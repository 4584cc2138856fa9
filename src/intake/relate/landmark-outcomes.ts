import type { AccountOutcomes } from './account-outcomes.js';

/** `young`: began after the landmark, and has not been followed for as long as the others. */
export type RetentionOutcome = 'kept' | 'churned' | 'young';

/**
 * Who was kept and who churned between a landmark and `asOf`, of the accounts that ran at the landmark (Anderson, Cain
 * and Gelber 1983). All are decided at the landmark. Were churned accounts decided at their churn and kept ones at
 * `asOf`, every count would be larger for those who were watched for longer, and seem to tell why they stayed.
 * @param startedAt when each account began, ms; NaN: before everything. @param endedAt when it churned; NaN: it did not.
 * @returns null for accounts that had ended before the landmark, or begin after `asOf`.
 */
export function landmarkOutcomes({
  startedAt,
  endedAt,
  landmark,
  asOf,
}: {
  startedAt: Float64Array;
  endedAt: Float64Array;
  landmark: number;
  asOf: number;
}): AccountOutcomes<RetentionOutcome> {
  const outcomes = Array.from(startedAt, (start, account): RetentionOutcome | null => {
    if (endedAt[account] < landmark || start > asOf) return null;
    if (start >= landmark) return 'young';
    return endedAt[account] <= asOf ? 'churned' : 'kept';
  });
  return { outcomes, decisionTime: new Float64Array(startedAt.length).fill(landmark) };
}
