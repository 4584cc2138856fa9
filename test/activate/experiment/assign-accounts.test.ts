import { describe, expect, it } from 'vitest';
import { assignAccounts, type Candidate } from '../../../src/activate/experiment/assign-accounts.js';
import { balanceArms } from '../../../src/activate/experiment/balance-arms.js';
import { checkAssignments } from '../../../src/activate/experiment/check-assignments.js';
import { sampleExperiment, stratified } from './sample-experiment.js';

const candidates = (from: number, to: number): Candidate[] =>
  Array.from({ length: to - from }, (_, i) => {
    const tier = ['ideal', 'stretch', 'bad'][(from + i) % 3];
    return { account: `A-${from + i}`, stratum: tier, tier, fit: (from + i) % 100 };
  });
const alone = (list: readonly Candidate[]) => list.map((one) => ({ ...one, stratum: null }));

describe('assignAccounts', () => {
  it('puts an account into the same arm whatever stands beside it and in whatever order', () => {
    const list = alone(candidates(0, 300));
    const all = assignAccounts(list, { experiment: sampleExperiment, before: [] });
    const few = assignAccounts(list.slice(100, 200).toReversed(), { experiment: sampleExperiment, before: [] });
    const armOf = new Map(all.map(({ account, arm }) => [account, arm]));
    for (const { account, arm } of few) expect(arm).toBe(armOf.get(account));
  });

  it('never moves who has been assigned when accounts are added', () => {
    for (const experiment of [sampleExperiment, stratified]) {
      const first = assignAccounts(candidates(0, 100), { experiment, before: [] });
      const more = assignAccounts(candidates(0, 400), { experiment, before: first });
      expect(more.slice(0, 100)).toEqual(first);
      expect(more).toHaveLength(400);
      expect(checkAssignments(more, experiment).filter((problem) => !problem.includes('sizes'))).toEqual([]);
    }
  });

  it('balances every stratum to the account of a block', () => {
    const assigned = assignAccounts(candidates(0, 301), { experiment: stratified, before: [] });
    const { arms } = balanceArms(assigned, stratified);
    const held = arms.find(({ arm }) => arm === 'holdout');
    for (const { stratum, accounts } of held?.byStratum ?? []) {
      const all = assigned.filter((one) => one.stratum === stratum).length;
      expect(Math.abs(accounts - 0.2 * all)).toBeLessThanOrEqual(2);
    }
  });

  it('draws another lot with another salt', () => {
    const list = alone(candidates(0, 1000));
    const [a, b] = ['spring', 'autumn'].map((salt) =>
      assignAccounts(list, { experiment: { ...sampleExperiment, salt }, before: [] }),
    );
    const same = a.filter(({ arm }, i) => arm === b[i].arm).length;
    expect(Math.abs(same - 500)).toBeLessThan(60);
  });
});

describe('checkAssignments', () => {
  const assigned = assignAccounts(alone(candidates(0, 500)), { experiment: sampleExperiment, before: [] });

  it('finds nothing wrong with what was drawn', () => {
    expect(checkAssignments(assigned, sampleExperiment)).toEqual([]);
  });

  it('refuses accounts in two arms', () => {
    const [first] = assigned;
    const moved = { ...first, arm: first.arm === 'act' ? 'holdout' : 'act' };
    expect(checkAssignments([...assigned, moved], sampleExperiment)[0]).toMatch(
      /1 account stands in more than one arm/,
    );
  });

  it('refuses accounts that somebody moved', () => {
    const moved = assigned.map((one, i) => (i === 7 ? { ...one, arm: one.arm === 'act' ? 'holdout' : 'act' } : one));
    expect(checkAssignments(moved, sampleExperiment)[0]).toMatch(/1 account is not in the arm that was drawn/);
  });

  it('refuses arms whose sizes chance does not give', () => {
    const lost = assigned.filter(({ arm }, i) => arm === 'holdout' || i % 2 === 0);
    expect(checkAssignments(lost, sampleExperiment)[0]).toMatch(/not the sizes that were planned/);
  });
});
