import { describe, expect, it } from 'vitest';
import { type PlanRequest, planExperiment } from '../../../src/activate/experiment/plan-experiment.js';

const request: PlanRequest = {
  acting: ['act'],
  holdoutName: 'holdout',
  base: 0.18,
  effect: 0.05,
  power: 0.8,
  alpha: 0.05,
  reading: 'once',
};

describe('planExperiment', () => {
  it('needs two arms of the corrected size of R and Fleiss when read once', () => {
    const plan = planExperiment(request);
    expect(plan.accounts).toBe(2124);
    expect(plan.arms.map(({ accounts }) => accounts)).toEqual([1062, 1062]);
  });

  it('pays for looking at any time with about twice the accounts at most', () => {
    const { once, anyTime } = planExperiment(request);
    expect(anyTime / once).toBeGreaterThan(1.7);
    expect(anyTime / once).toBeLessThan(2);
  });

  it('holds out what nobody can act upon, and says how long it takes', () => {
    const plan = planExperiment({ ...request, perWeek: 120, capacity: 30 });
    expect(plan.arms.map(({ share }) => share)).toEqual([0.75, 0.25]);
    expect(plan.weeks).toBe(Math.ceil(plan.accounts / 120));
    expect(plan.visible.map(({ weeks }) => weeks)).toEqual([4, 8, 13, 26, 52]);
  });

  it('takes longer where the shares are fixed and the capacity binds', () => {
    const plan = planExperiment({ ...request, holdout: 0.5, perWeek: 120, capacity: 30 });
    expect(plan.weeks).toBe(Math.ceil(plan.accounts / 60));
  });

  it('divides the level among several arms', () => {
    const plan = planExperiment({ ...request, acting: ['call', 'mail'] });
    expect(plan.alphaEach).toBe(0.025);
    expect(plan.arms.map(({ share }) => share)).toEqual([0.3334, 0.3333, 0.3333]);
    expect(plan.accounts).toBeGreaterThan(1.5 * planExperiment(request).accounts);
  });

  it('plans for amounts', () => {
    const plan = planExperiment({ ...request, base: 100, sd: 100, effect: 20 });
    expect(plan.accounts).toBe(787);
  });

  it('says of the visible effect what the plan says back', () => {
    const [, , , half] = planExperiment({ ...request, perWeek: 100 }).visible;
    const back = planExperiment({ ...request, effect: half.effect });
    expect(Math.abs(back.accounts - half.accounts)).toBeLessThanOrEqual(1);
  });
});
