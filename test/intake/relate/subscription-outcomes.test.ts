import { describe, expect, it } from 'vitest';
import { deriveAttributes } from '../../../src/intake/relate/derive-attributes.js';
import { landmarkOutcomes } from '../../../src/intake/relate/landmark-outcomes.js';
import { subscriptionOutcomes } from '../../../src/intake/relate/subscription-outcomes.js';
import { day, relatedTable, valuesOf } from './mapped-tables.js';

const asOf = day('2024-12-31');

describe('subscriptionOutcomes', () => {
  it('follows the accounts that ran at the landmark', () => {
    const subscriptions = relatedTable('subscription', {
      // Kept; churned; moved to another plan; gone before; too young; ended nobody knows when; ends later; unknown account.
      accountOf: [0, 1, 2, 2, 3, 4, 5, 6, -1],
      startedAt: [
        '2023-01-01',
        '2023-01-01',
        '2023-01-01',
        '2024-09-01',
        '2023-01-01',
        '2024-08-01',
        '2023-01-01',
        '2023-01-01',
        '2023-01-01',
      ],
      endedAt: [null, '2024-10-01', '2024-09-01', null, '2024-01-01', null, null, '2025-03-01', null],
      status: ['active', 'canceled', 'canceled', 'active', 'canceled', 'active', 'canceled', 'active', 'active'],
    });
    const { outcomes, decisionTime, landmark, notes } = subscriptionOutcomes([subscriptions], {
      accountCount: 8,
      asOf,
    });
    expect(outcomes).toEqual(['kept', 'churned', 'kept', null, 'young', null, 'kept', null]);
    expect(landmark).toBe(day('2024-07-04'));
    expect(new Set(decisionTime)).toEqual(new Set([landmark]));
    expect(notes).toEqual([
      '4 accounts ran 180 days before the end; 1 of them have churned since.',
      '1 accounts began later and are too young to say.',
      '1 subscriptions have ended and do not say when: they count as ended when they started.',
    ]);
  });
});

describe('landmarkOutcomes', () => {
  it('watches kept and churned accounts equally long, so that mere time does not tell them apart', () => {
    // A thousand accounts log in once a week from the same day on; when one churns has nothing to do with it.
    const accounts = Array.from({ length: 1000 }, (_, i) => i);
    const [start, week] = [day('2023-01-02'), 7 * 86_400_000];
    const startedAt = new Float64Array(1000).fill(start);
    const endedAt = Float64Array.from(accounts, (i) => (i % 2 === 0 ? Number.NaN : start + ((i * 37) % 104) * week));
    const logins = accounts.flatMap((account) =>
      Array.from({ length: 104 }, (_, w) => ({ account, at: start + w * week })).filter(
        ({ at }) => !(at >= endedAt[account]),
      ),
    );
    const table = relatedTable('activity', {
      accountOf: logins.map(({ account }) => account),
      happenedAt: logins.map(({ at }) => at),
    });
    const meanOf = (decisionTime: Float64Array, chosen: (account: number) => boolean) => {
      const recipes = [{ name: 'logins', from: 'activity', at: 'happenedAt', measure: 'count' } as const];
      const options = { accounts: { rowCount: 1000 }, tables: [table], recipes, asOf };
      const counts = valuesOf(deriveAttributes({ ...options, decisionTime }).columns[0]).map(Number);
      const own = counts.filter((_, account) => chosen(account));
      return own.reduce((sum, count) => sum + count, 0) / own.length;
    };
    const { outcomes, decisionTime } = landmarkOutcomes({ startedAt, endedAt, landmark: day('2024-01-01'), asOf });
    const is = (outcome: string) => (account: number) => outcomes[account] === outcome;
    expect(meanOf(decisionTime, is('churned'))).toBe(meanOf(decisionTime, is('kept')));
    // Each at its own moment: those who stayed seem to log in twice as much.
    expect(meanOf(endedAt, (i) => i % 2 === 0) / meanOf(endedAt, (i) => i % 2 === 1)).toBeGreaterThan(1.9);
  });
});
