import { describe, expect, it } from 'vitest';
import type { Proof } from '../../src/model/proof.js';
import { decideVerdict } from '../../src/validate/decide-verdict.js';

const learned = { accounts: 4000, positives: 1200 };
const proof: Proof = {
  split: { method: 'time', heldOutShare: 0.25, description: '' },
  accounts: 1000,
  positives: 300,
  baseRate: 0.3,
  auc: { estimate: 0.74, lower: 0.7, upper: 0.78 },
  liftTopFifth: { estimate: 2, lower: 1.8, upper: 2.2 },
  logLoss: 0.5,
  brier: 0.2,
  calibrationError: 0.03,
  calibrationNoise: 0.035,
  gains: [],
  calibration: [{ accounts: 1000, predicted: 0.31, observed: { estimate: 0.3, lower: 0.27, upper: 0.33 } }],
};

/** Ahead by the same in every measure. */
const aheadBy = (estimate: number, half: number) => {
  const by = { estimate, lower: estimate - half, upper: estimate + half };
  return { auc: by, averagePrecision: by, liftTopFifth: by, logLoss: by, brier: by };
};
const chance = { estimate: 0.5, lower: 0.5, upper: 0.5 };
const base = { name: 'base rate', auc: chance, liftTopFifth: chance, logLoss: 0.6, ahead: aheadBy(0.1, 0.02) };
const rival = { ...base, name: 'plain logistic regression' };
const period = {
  from: '2026-01-01',
  accounts: 250,
  positives: 75,
  auc: proof.auc,
  predicted: 0.3,
  observed: { estimate: 0.3, lower: 0.25, upper: 0.36 },
  holds: true,
};
const details = {
  averagePrecision: chance,
  logLoss: chance,
  brier: chance,
  brierParts: { miscalibration: 0, discrimination: 0, uncertainty: 0.21 },
  bias: chance,
  lifts: [],
  decision: [],
};

describe('decideVerdict', () => {
  it('speaks of time only where accounts were held out by time', () => {
    const off = { ...proof, calibrationError: 0.2 };
    const random = { ...off, split: { ...proof.split, method: 'folds' as const } };
    expect(decideVerdict({ proof: off, learned }).help).toEqual([
      'Learn from outcomes closer in time and kind to the accounts that will be scored.',
    ]);
    expect(decideVerdict({ proof: random, learned }).help.join(' ')).not.toContain('time');
    expect(decideVerdict({ proof: random, learned }).help).toHaveLength(1);
  });

  it('asks for a longer card, not for other attributes, where a longer one tells the accounts apart', () => {
    const blind = { ...proof, auc: { estimate: 0.5, lower: 0.47, upper: 0.53 } };
    const short = decideVerdict({ proof: blind, learned, longerTells: true });
    expect(short.help).toEqual(['Allow a longer card: learn without --card, or with --card full.']);
    expect(short.reasons.at(-1)).toMatch(/^A longer card tells the two apart/);
    expect(decideVerdict({ proof: blind, learned }).help.join(' ')).toContain('Add attributes');
  });

  it('says what it asked, with what was measured, the limit and the answer', () => {
    const { gates } = decideVerdict({ proof, learned, baselines: [base, { ...rival, ahead: aheadBy(0.02, 0.01) }] });
    expect(gates.map(({ name, measured, must, limit, passed }) => [name, measured, must, limit, passed])).toEqual([
      ['accounts', 4000, 'at least', 30, true],
      ['positives', 1200, 'at least', 10, true],
      ['negatives', 2800, 'at least', 10, true],
      ['held out', 1000, 'at least', 1, true],
      ['held-out positives', 300, 'at least', 5, true],
      ['held-out negatives', 700, 'at least', 5, true],
      ['order', 0.7, 'above', 0.5, true],
      ['best fifth', 1.8, 'above', 1, true],
      ['not outdone', 0.03, 'at least', -0.01, true],
      ['enough for probabilities', 4000, 'at least', 1000, true],
      ['probabilities beat the base rate', 0.08, 'above', 0, true],
      ['mean probability', expect.closeTo(0.01, 12), 'at most', expect.closeTo(0.0439, 4), true],
      ['calibration', 0.03, 'at most', 0.07, true],
    ]);
  });

  it('ranks where a baseline orders clearly better, and not where it may', () => {
    const clearly = decideVerdict({ proof, learned, baselines: [base, { ...rival, ahead: aheadBy(-0.04, 0.01) }] });
    expect(clearly.verdict).toBe('ranked');
    expect(clearly.reasons.at(-1)).toBe(
      'The plain logistic regression orders clearly better, by 0.040 (0.030 to 0.050) AUC: what the scorecard adds is its reasons.',
    );
    const perhaps = { proof, learned, baselines: [base, { ...rival, ahead: aheadBy(-0.04, 0.035) }] };
    expect(decideVerdict(perhaps).verdict).toBe('publishable');
  });

  it('asks of outcomes that came later only whether they beat the base rate', () => {
    const baselines = [base, { ...rival, ahead: aheadBy(-0.04, 0.01) }];
    expect(decideVerdict({ proof, learned, baselines, isHandicapped: true }).verdict).toBe('publishable');
    const none = [{ ...base, ahead: aheadBy(0.01, 0.02) }];
    const { verdict, reasons } = decideVerdict({ proof, learned, baselines: none, isHandicapped: true });
    expect(verdict).toBe('ranked');
    expect(reasons.at(-1)).toContain('0.010 (-0.010 to 0.030) below that of giving everyone the base rate');
  });

  it('ranks where probabilities fail in a later period', () => {
    const later = { ...period, from: '2026-04-01', predicted: 0.5, holds: false };
    const { verdict, reasons } = decideVerdict({
      proof: { ...proof, details: { ...details, periods: [period, later] } },
      learned,
    });
    expect(verdict).toBe('ranked');
    expect(reasons.at(-1)).toContain('from 2026-04-01 50.0 % was predicted and 30.0 % came');
  });

  it('ranks where the order turns round in a later period', () => {
    const turned = { ...period, auc: { estimate: 0.4, lower: 0.32, upper: 0.48 } };
    const { verdict, reasons } = decideVerdict({
      proof: { ...proof, details: { ...details, periods: [period, turned] } },
      learned,
    });
    expect(verdict).toBe('ranked');
    expect(reasons.at(-1)).toContain('there the order is turned round');
  });

  it('publishes what beats chance and is calibrated', () => {
    expect(decideVerdict({ proof, learned })).toMatchObject({
      verdict: 'publishable',
      reasons: [
        'On 1000 held-out accounts the AUC is 0.74 (0.70 to 0.78), above the 0.5 of chance.',
        'The best-scored fifth has 2.00 (1.80 to 2.20) times the average rate, above 1.',
      ],
      help: [],
    });
  });

  it('refuses an AUC that could be chance, and says how many accounts would tell', () => {
    const decision = decideVerdict({ proof: { ...proof, auc: { estimate: 0.55, lower: 0.48, upper: 0.62 } }, learned });
    expect(decision.verdict).toBe('refused');
    expect(decision.reasons).toEqual([
      'On 1000 held-out accounts the AUC is 0.55 (0.48 to 0.62); the interval includes the 0.5 of chance.',
    ]);
    expect(decision.help[0]).toContain('about 1960 held-out accounts');
  });

  it('refuses an order that is worse than chance', () => {
    const wrong = { ...proof, auc: { estimate: 0.4, lower: 0.35, upper: 0.45 } };
    const { verdict, reasons } = decideVerdict({ proof: wrong, learned });
    expect(verdict).toBe('refused');
    expect(reasons[0]).toContain('worse than the 0.5 of chance');
  });

  it('refuses a lift that could be 1', () => {
    const flat = { ...proof, liftTopFifth: { estimate: 1.1, lower: 0.95, upper: 1.3 } };
    const { verdict, reasons } = decideVerdict({ proof: flat, learned });
    expect(verdict).toBe('refused');
    expect(reasons).toEqual([
      'The best-scored fifth has 1.10 (0.95 to 1.30) times the average rate; the interval includes the 1 of a random fifth.',
    ]);
  });

  it('takes a small lift where the base rate caps it, as long as it excludes 1', () => {
    const capped = { ...proof, liftTopFifth: { estimate: 1.3, lower: 1.26, upper: 1.33 } };
    expect(decideVerdict({ proof: capped, learned }).verdict).toBe('publishable');
  });

  it('refuses too few outcomes by number', () => {
    expect(decideVerdict({ proof, learned: { accounts: 25, positives: 4 } })).toMatchObject({
      verdict: 'refused',
      reasons: [
        'Only 25 accounts with a known outcome; at least 30 are needed.',
        'Only 4 positives (accounts that had the outcome); at least 10 are needed.',
      ],
      help: [
        'Add at least 5 more accounts with a known outcome.',
        'Add at least 6 more positives (accounts that had the outcome).',
      ],
    });
    expect(decideVerdict({ proof, learned: { accounts: 500, positives: 495 } }).verdict).toBe('refused');
  });

  it('refuses when one held-out class is all but empty, or nothing is held out', () => {
    expect(decideVerdict({ proof: { ...proof, positives: 4 }, learned }).verdict).toBe('refused');
    expect(decideVerdict({ proof: null, learned }).verdict).toBe('refused');
  });

  it('only describes winners', () => {
    const { verdict, reasons } = decideVerdict({ proof: null, learned: { accounts: 80, positives: 80 } });
    expect(verdict).toBe('description');
    expect(reasons[0]).toContain('All 80 accounts are positives');
  });

  it('ranks below 1,000 accounts', () => {
    const { verdict, reasons } = decideVerdict({ proof, learned: { accounts: 999, positives: 300 } });
    expect(verdict).toBe('ranked');
    expect(reasons.at(-1)).toBe(
      'Learnt from 999 accounts, fewer than 1000: the order is shown, probabilities are not.',
    );
  });

  it('ranks when the world has moved under the probabilities', () => {
    const bins = [{ ...proof.calibration[0], predicted: 0.12 }];
    const { verdict, reasons } = decideVerdict({ proof: { ...proof, calibration: bins }, learned });
    expect(verdict).toBe('ranked');
    expect(reasons.at(-1)).toContain('12.0 % was predicted and 30.0 % came');
  });

  it('ranks when bins are off by more than twice their noise', () => {
    const { verdict, reasons } = decideVerdict({ proof: { ...proof, calibrationError: 0.08 }, learned });
    expect(verdict).toBe('ranked');
    expect(reasons.at(-1)).toContain('off by 8.0 % on average, where chance alone would make 3.5 %');
  });
});
