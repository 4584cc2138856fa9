import { describe, expect, it } from 'vitest';
import { confirmCriteria } from '../../src/learn/confirm-criteria.js';
import type { Criterion } from '../../src/model/criterion.js';
import type { Column } from '../../src/model/table.js';

/** 100 held-out accounts with the plan Team, 300 without, so many of each positive. */
function heldOut(team: number, others: number): { columns: Column[]; labels: Uint8Array } {
  const codes = Int32Array.from({ length: 400 }, (_, row) => (row < 100 ? 0 : 1));
  const labels = Uint8Array.from({ length: 400 }, (_, row) => ((row < 100 ? row < team : row - 100 < others) ? 1 : 0));
  return { columns: [{ type: 'category', name: 'plan', codes, labels: ['Team', 'Free'] }], labels };
}

const criterion: Criterion = {
  trait: { attribute: 'plan', condition: { kind: 'in', values: ['Team'] } },
  role: 'strong',
  status: 'observed',
  evidence: {
    accounts: 200,
    positives: 80,
    share: 0.25,
    lift: { estimate: 1.6, lower: 1.3, upper: 1.9 },
    q: 0.001,
    crude: 0.8,
    adjusted: 0.5,
  },
};
const statusOn = (one: Criterion, on: ReturnType<typeof heldOut>) => confirmCriteria([one], on)[0].status;

describe('confirmCriteria', () => {
  it('validates what holds on other accounts', () => {
    expect(statusOn(criterion, heldOut(40, 60))).toBe('validated');
  });

  it('refutes what turns round', () => {
    expect(statusOn(criterion, heldOut(10, 90))).toBe('refuted');
  });

  it('leaves what the held-out accounts cannot tell', () => {
    expect(statusOn(criterion, heldOut(27, 75))).toBe('observed');
    expect(statusOn(criterion, { columns: [], labels: new Uint8Array(0) })).toBe('observed');
  });

  it('judges a disqualifier the other way round', () => {
    const lift = { estimate: 0.3, lower: 0.2, upper: 0.5 };
    const against: Criterion = { ...criterion, role: 'disqualifier', evidence: { ...criterion.evidence!, lift } };
    expect(statusOn(against, heldOut(10, 90))).toBe('validated');
    expect(statusOn(against, heldOut(40, 60))).toBe('refuted');
  });

  it('does not judge a criterion whose points go against its own lift', () => {
    const lift = { estimate: 0.7, lower: 0.6, upper: 0.8 };
    expect(statusOn({ ...criterion, evidence: { ...criterion.evidence!, lift } }, heldOut(10, 90))).toBe('observed');
  });
});
