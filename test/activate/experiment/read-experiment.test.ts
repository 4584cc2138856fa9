import { describe, expect, it } from 'vitest';
import { assignAccounts } from '../../../src/activate/experiment/assign-accounts.js';
import type { ReadAccount } from '../../../src/activate/experiment/experiment-reading.js';
import { readExperiment } from '../../../src/activate/experiment/read-experiment.js';
import type { Experiment } from '../../../src/model/experiment.js';
import { createRandom } from '../../../src/stats/random.js';
import { sampleExperiment } from './sample-experiment.js';

/** Accounts of which acting wins `effect` more in the ideal tier and nothing elsewhere. */
function drawn(count: number, { experiment = sampleExperiment, effect = 0, unsubscribed = 0 } = {}) {
  const random = createRandom(3);
  const list = Array.from({ length: count }, (_, i) => ({
    account: `A-${i}`,
    stratum: null,
    tier: i % 2 === 0 ? 'ideal' : 'bad',
    fit: i % 2 === 0 ? 80 : 20,
  }));
  const assignments = assignAccounts(list, { experiment, before: [] });
  const accounts = assignments.map(({ account, arm, tier, fit }): ReadAccount => {
    const isActed = arm === 'act';
    const rate = (tier === 'ideal' ? 0.3 : 0.1) + (isActed && tier === 'ideal' ? effect : 0);
    const leaves = 0.02 + (isActed ? unsubscribed : 0);
    return {
      account,
      arm,
      tier,
      fit,
      outcome: random.next() < rate ? 1 : 0,
      guardRails: [random.next() < leaves ? 1 : 0],
    };
  });
  return { assignments, accounts };
}

describe('readExperiment', () => {
  it('says what acting caused, with the numbers, and where it helps', () => {
    const reading = readExperiment(sampleExperiment, drawn(3000, { effect: 0.25 }));
    expect(reading.verdict).toBe('caused more');
    expect(reading.sentence).toMatch(
      /^Acting \(act\) caused more of status = won: .* against .* held out, \+1\d\.\d points/,
    );
    expect(reading.byTier.map(({ tier }) => tier)).toEqual(['ideal', 'bad']);
    expect(reading.contrasts[0].difference.lower).toBeGreaterThan(0);
    expect(reading.guardRails[0].state).toBe('held');
  });

  it('cannot tell from few accounts, and says how many more it needs', () => {
    const reading = readExperiment(sampleExperiment, drawn(300));
    expect(reading.verdict).toBe('cannot tell yet');
    expect(reading.readings[0].needs).toBe(840);
    expect(reading.sentence).toMatch(/needs about 840 more decided accounts \(300 of 1,140 planned\)/);
  });

  it('ends with "too small to matter" where nothing is caused', () => {
    expect(readExperiment(sampleExperiment, drawn(6000)).verdict).toBe('too small to matter');
  });

  it('finds a broken guard rail', () => {
    const { guardRails } = readExperiment(sampleExperiment, drawn(3000, { unsubscribed: 0.06 }));
    expect(guardRails[0].state).toBe('broken');
    expect(guardRails[0].sentence).toMatch(/^unsubscribed = yes got worse/);
  });

  it('keeps an experiment that is read once closed until its end', () => {
    const once: Experiment = { ...sampleExperiment, reading: 'once' };
    const early = readExperiment(once, drawn(1000, { effect: 0.3 }));
    expect(early.sentence).toBe(
      'Cannot tell yet: the experiment is read once, when 1,140 accounts are decided; needs 140 more.',
    );
    expect(early.readings[0].comparison).toBeNull();
    expect(readExperiment(once, drawn(1200, { effect: 0.3 })).verdict).toBe('caused more');
  });

  it('reads nothing where outcomes are known more often in one arm', () => {
    const { assignments, accounts } = drawn(2000);
    const hurried = accounts.map((one, i) =>
      one.arm === 'holdout' && i % 4 === 0 ? { ...one, outcome: Number.NaN } : one,
    );
    const reading = readExperiment(sampleExperiment, { assignments, accounts: hurried });
    expect(reading.verdict).toBe('refused');
    expect(reading.problems[0]).toMatch(/known more often in one arm/);
    expect(reading.readings).toEqual([]);
  });

  it('takes the chance out that fit foretold, and says so', () => {
    const adjusted: Experiment = { ...sampleExperiment, adjust: 'fit' };
    const [plain, sharper] = [sampleExperiment, adjusted].map(
      (experiment) => readExperiment(experiment, drawn(2000)).readings[0].comparison,
    );
    expect(sharper?.isAdjusted).toBe(true);
    expect(sharper?.variance).toBeLessThan(0.98 * (plain?.variance ?? 0));
  });
});
