import { describe, expect, it } from 'vitest';
import { knownSince } from '../../../src/intake/relate/known-since.js';
import type { Column } from '../../../src/model/table.js';

const dates = (...names: string[]): Column[] =>
  names.map((name) => ({ type: 'date', name, values: new Float64Array(0) }));

describe('knownSince', () => {
  it.each([
    ['lifecyclestage', 'lifecyclestage_date'],
    ['Churn', 'Churn Date'],
    ['Health Score', 'health_score_updated_at'],
    ['stage', 'date_entered_stage'],
    ['Tier', 'Tier last changed'],
  ])('finds the date beside %s: %s', (name, beside) => {
    expect(knownSince(name, dates('Create Date', beside))?.name).toBe(beside);
  });

  it('takes no other date for it', () => {
    expect(knownSince('Churn', dates('Churn Date', 'Create Date'))?.name).toBe('Churn Date');
    expect(knownSince('Plan', dates('Plan End Date', 'Planned Date', 'Create Date'))).toBeUndefined();
  });
});
