import { describe, expect, it } from 'vitest';
import { compareArms } from '../../src/activate/experiment/compare-arms.js';
import { drawArm } from '../../src/activate/experiment/draw-arm.js';
import { sequencePlan } from '../../src/activate/experiment/sequence-plan.js';
import { bestMixtureRatio, sequenceWidth } from '../../src/stats/confidence-sequence.js';
import { goodnessOfFit } from '../../src/stats/goodness-of-fit.js';
import { createRandom, type Random } from '../../src/stats/random.js';
import { rateDifferenceInterval } from '../../src/stats/rate-difference-interval.js';

const runs = 400;

/** Runs an experiment account by account, looking after each, and says whether it ever found something. */
function everFinds(random: Random, draw: { rate: number; acted: number; share: number; effect: number }): boolean {
  const { rate, acted, share, effect } = draw;
  const { variance, mixture } = sequencePlan({ effect, power: 0.8, alpha: 0.05 });
  const planned = (acted * (1 - acted)) / share + (rate * (1 - rate)) / (1 - share);
  const arms = [0, 1].map(() => ({ accounts: 0, positives: 0 }));
  for (let i = 0; i < planned / variance; i++) {
    const isActed = random.next() < share;
    const arm = arms[Number(isActed)];
    arm.accounts++;
    if (random.next() < (isActed ? acted : rate)) arm.positives++;
    const [held, own] = arms;
    const all = held.accounts + own.accounts;
    const smaller = Math.min(held.accounts, own.accounts) / all;
    const positives = held.positives + own.positives;
    if (smaller * positives < 10 || smaller * (all - positives) < 10) continue;
    const spread = arms.reduce((sum, { accounts, positives: count }) => {
      const smooth = (count + 1) / (accounts + 2);
      return sum + (smooth * (1 - smooth)) / accounts;
    }, 0);
    const difference = own.positives / own.accounts - held.positives / held.accounts;
    if (Math.abs(difference) > Math.sqrt(spread) * sequenceWidth(mixture / spread, 0.05)) return true;
  }
  return false;
}

const share = (times: number, of: () => boolean) => {
  let count = 0;
  for (let i = 0; i < times; i++) if (of()) count++;
  return count / times;
};

describe('confidenceSequence', () => {
  it('finds something where nothing is in at most 5 of 100 experiments, looked at after every single account', () => {
    const random = createRandom(7);
    for (const draw of [
      { rate: 0.05, share: 0.5, effect: 0.04 },
      { rate: 0.1, share: 0.2, effect: 0.05 },
      { rate: 0.2, share: 0.8, effect: 0.08 },
      { rate: 0.5, share: 0.5, effect: 0.15 },
    ]) {
      const found = share(runs, () => everFinds(random, { ...draw, acted: draw.rate }));
      // The standard error of 400 runs at .05 is .011.
      expect(found).toBeLessThanOrEqual(0.05);
    }
  });

  it('finds the planned effect in at least the planned 80 of 100', () => {
    const random = createRandom(8);
    const found = share(runs, () => everFinds(random, { rate: 0.2, acted: 0.3, share: 0.5, effect: 0.1 }));
    expect(found).toBeGreaterThanOrEqual(0.8);
    expect(bestMixtureRatio(0.05)).toBeGreaterThan(0);
  });

  it('keeps its level for amounts that are mostly nothing and else far from normal', () => {
    const random = createRandom(9);
    const amount = () => (random.next() < 0.3 ? Math.exp(5 + random.normal()) : 0);
    const { mixture } = sequencePlan({ effect: 30, power: 0.8, alpha: 0.05 });
    const rule = { isRate: false, reading: 'any time', alpha: 0.05, mixture } as const;
    const found = share(150, () => {
      const arms = [[], []] as number[][];
      for (let i = 0; i < 1500; i++) {
        arms[random.int(2)].push(amount());
        if (i % 25 !== 24) continue;
        const [own, held] = arms.map((values) => ({ values: Float64Array.from(values), fit: null }));
        const { isReadable, difference } = compareArms(own, held, rule);
        if (isReadable && (difference.lower > 0 || difference.upper < 0)) return true;
      }
      return false;
    });
    expect(found).toBeLessThanOrEqual(0.05);
  });
});

describe('rateDifferenceInterval', () => {
  it('covers the true difference in 93 to 97 of 100 samples', () => {
    const random = createRandom(10);
    const binomial = (n: number, p: number) => {
      let count = 0;
      for (let i = 0; i < n; i++) if (random.next() < p) count++;
      return count;
    };
    for (const [n, p, m, q] of [
      [80, 0.3, 120, 0.2],
      [300, 0.05, 100, 0.1],
      [60, 0.5, 60, 0.5],
      [500, 0.18, 500, 0.22],
    ]) {
      const covered = share(1000, () => {
        const counts = { positives: binomial(n, p), accounts: n, otherPositives: binomial(m, q), otherAccounts: m };
        const { lower, upper } = rateDifferenceInterval(counts);
        return lower <= p - q && p - q <= upper;
      });
      expect(covered).toBeGreaterThan(0.93);
      expect(covered).toBeLessThan(0.97);
    }
  });
});

describe('drawArm', () => {
  const arms = [
    { name: 'holdout', share: 0.25, isHoldout: true },
    { name: 'act', share: 0.75, isHoldout: false },
  ];

  it('gives every arm its share, whatever the accounts are called', () => {
    const names = [(i: number) => `A-${i}`, (i: number) => String(i), (i: number) => `${i}@example.com`];
    for (const name of names) {
      const p = Array.from({ length: 40 }, (_, salt) => {
        const counts = [0, 0];
        for (let i = 0; i < 400; i++) counts[drawArm(name(i), { salt: `s${salt}`, arms }) === 'act' ? 1 : 0]++;
        return goodnessOfFit(counts, [0.25, 0.75]);
      });
      expect(p.filter((one) => one < 0.05).length).toBeLessThanOrEqual(6);
    }
  });

  it('draws every salt anew', () => {
    let both = 0;
    for (let i = 0; i < 8000; i++) {
      const drawn = ['spring', 'autumn'].map((salt) => drawArm(`A-${i}`, { salt, arms }));
      if (drawn.every((arm) => arm === 'holdout')) both++;
    }
    // 8,000 · .25² = 500, standard error 22.
    expect(Math.abs(both - 500)).toBeLessThan(75);
  });
});
