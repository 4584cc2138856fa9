import { describe, expect, it } from 'vitest';
import { findLateValues } from '../../../src/learn/leaks/find-late-values.js';
import type { DateColumn } from '../../../src/model/table.js';

const day = 86_400_000;
const time = Float64Array.from({ length: 40 }, (_, row) => (20_000 + row) * day);

/** Later than the decision by so many days for every other account, and as many before it for the rest. */
function dates(name: string, days: number): DateColumn {
  return { type: 'date', name, values: time.map((at, row) => at + (row % 2 === 0 ? days : -days) * day) };
}

describe('findLateValues', () => {
  it('sets aside what a date after the decision stands beside, with the share and the days', () => {
    const found = findLateValues({
      dates: [dates('health_score_updated_at', 30)],
      time,
      attributes: ['health_score', 'health', 'region'],
      decision: 'decided_on',
    });
    expect(found.map(({ attribute, severity }) => [attribute, severity])).toEqual([
      ['health_score_updated_at', 'set aside'],
      ['health_score', 'set aside'],
    ]);
    expect(found[1].evidence.after).toEqual({ share: 0.5, medianDays: 30 });
    expect(found[1].detail).toBe(
      'health_score is dated by health_score_updated_at, which lies after decided_on for 50 % of the accounts that have it, by 30 days in the median.',
    );
  });

  it('says of rows that were changed as a whole that all their columns may be later', () => {
    const [found] = findLateValues({
      dates: [dates('LastModifiedDate', 9)],
      time,
      attributes: ['size'],
      decision: 'when',
    });
    expect(found).toMatchObject({ attribute: 'LastModifiedDate', severity: 'mention' });
  });

  it('leaves alone planned days, days before the decision, and the same day at a later hour', () => {
    const sameDay: DateColumn = { type: 'date', name: 'seen_at', values: time.map((at) => at + 3_600_000) };
    const earlier: DateColumn = { type: 'date', name: 'created', values: time.map((at) => at - day) };
    const all = [dates('renewal_date', 90), dates('contract expires', 90), sameDay, earlier];
    expect(findLateValues({ dates: all, time, attributes: ['seen'], decision: 'when' })).toEqual([]);
  });
});
