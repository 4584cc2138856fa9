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

describe('decideVerdict', () => {
  it('publishes what beats chance and is calibrated', () => {
    expect(decideVerdict({ proof, learned })).toEqual({
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
    expect(decideVerdict({ proof, learned: { accounts: 25, positives: 4 } })).toEqual({
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
