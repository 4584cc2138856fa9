import { describe, expect, it } from 'vitest';
import type { Law } from '../../scripts/laws/law.js';
import { coverageOf, sumTrials } from '../../scripts/laws/sum-trials.js';
import { trueCalibrationError, trueMeasures } from '../../scripts/laws/true-measures.js';
import type { Trial } from '../../scripts/laws/try-company.js';

const nothing = { found: 0, partly: 0, missed: 0, planted: 0, follows: 0, false: 0, leak: 0 };
const trial: Trial = {
  isPublished: true,
  verdict: 'publishable',
  counts: { ...nothing, planted: 3, false: 1 },
  planted: 5,
  said: 4,
  falseLines: ['noise_1 = yes'],
  leaks: { planted: 0, used: 0 },
  calibrationError: 0.01,
  intervals: [
    { of: 'lift', side: 'in' },
    { of: 'lift', side: 'below' },
  ],
  processorSeconds: 2,
};
const law: Law = {
  name: 'additive',
  says: 'five traits',
  companies: { small: 1, full: 2 },
  plan: () => ({ shape: 'additive', split: 'time' }),
  targets: { recovery: 0.85, falseLines: 0.05, calibration: 0.005 },
};

describe('trueMeasures', () => {
  it('is what the best and the worst order come to', () => {
    const chances = Float64Array.of(1, 0, 0, 0, 0);
    expect(trueMeasures(Int32Array.of(5, 4, 3, 2, 1), chances)).toEqual({ auc: 1, liftTopFifth: 5 });
    expect(trueMeasures(Int32Array.of(1, 2, 3, 4, 5), chances)).toEqual({ auc: 0, liftTopFifth: 0 });
  });

  it('gives one score for all an AUC of a half and a lift of 1', () => {
    const { auc, liftTopFifth } = trueMeasures(
      new Int32Array(10),
      Float64Array.from({ length: 10 }, (_, i) => i / 10),
    );
    expect(auc).toBeCloseTo(0.5, 12);
    expect(liftTopFifth).toBeCloseTo(1, 12);
  });
});

describe('trueCalibrationError', () => {
  it('is nothing where the truth is told, and the distance where all are told too much', () => {
    const chances = Float64Array.from({ length: 100 }, (_, i) => i / 200);
    expect(trueCalibrationError(chances, chances)).toBe(0);
    expect(
      trueCalibrationError(
        chances.map((chance) => chance + 0.1),
        chances,
      ),
    ).toBeCloseTo(0.1, 12);
  });
});

describe('sumTrials', () => {
  it('averages over companies and says what fails beyond chance', () => {
    const { figures } = sumTrials(law, [trial, trial, trial]);
    expect(figures.map(({ name, value, holds }) => [name, value, holds])).toEqual([
      ['companies that publish anything', 1, null],
      ['planted effects recovered', 0.8, true],
      ['false lines, mean share', 0.25, false],
      ['calibration error, mean', 0.01, false],
    ]);
  });
});

describe('coverageOf', () => {
  it('counts the sides and judges only where there are many', () => {
    expect(coverageOf([trial])[0]).toMatchObject({ intervals: 2, covered: 0.5, tooHigh: 0.5, judgement: 'few' });
    expect(coverageOf(new Array(100).fill(trial))[0].judgement).toBe('narrow');
  });
});
