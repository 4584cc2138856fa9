import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustBenjaminiHochberg } from '../../src/stats/adjust-benjamini-hochberg.js';
import { adjustHolm } from '../../src/stats/adjust-holm.js';
import { auc } from '../../src/stats/auc.js';
import { aucInterval } from '../../src/stats/auc-interval.js';
import { averagePrecision } from '../../src/stats/average-precision.js';
import { calibrationCurve } from '../../src/stats/calibration-curve.js';
import { calibrationError } from '../../src/stats/calibration-error.js';
import { calibrationNoise } from '../../src/stats/calibration-noise.js';
import { fisherExact } from '../../src/stats/fisher-exact.js';
import { gainsCurve } from '../../src/stats/gains-curve.js';
import { liftInterval } from '../../src/stats/lift-interval.js';
import { liftTopShare } from '../../src/stats/lift-top-share.js';

/** Few distinct scores, so that ties are everywhere. */
const judged = fc.array(fc.record({ score: fc.integer({ min: 0, max: 12 }), label: fc.nat({ max: 1 }) }), {
  minLength: 2,
  maxLength: 80,
});
type Judged = readonly { score: number; label: number }[];
const split = (rows: Judged) => ({ scores: rows.map((row) => row.score / 12), labels: rows.map((row) => row.label) });

function measure(rows: Judged) {
  const { scores, labels } = split(rows);
  return {
    interval: aucInterval(scores, labels),
    precision: averagePrecision(scores, labels),
    gains: gainsCurve(scores, labels),
    lift: liftTopShare(scores, labels, { share: 0.2 }),
    error: calibrationError(scores, labels),
    noise: calibrationNoise(scores),
    curve: calibrationCurve(scores, labels),
  };
}

describe('statistics of scores', () => {
  it('do not change by a bit when rows change places', () => {
    fc.assert(
      fc.property(judged, fc.infiniteStream(fc.nat()), (rows, order) => {
        const shuffled = rows
          .map((row) => ({ row, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        expect(measure(shuffled)).toEqual(measure(rows));
      }),
      { seed: 7 },
    );
  });

  it('keep the AUC under any rising change of the scores, and mirror it under a falling one', () => {
    fc.assert(
      fc.property(judged, (rows) => {
        const { scores, labels } = split(rows);
        fc.pre(labels.includes(0) && labels.includes(1));
        const value = auc(scores, labels);
        expect(auc(scores.map(Math.exp), labels)).toBe(value);
        expect(
          auc(
            scores.map((score) => -score),
            labels,
          ),
        ).toBeCloseTo(1 - value, 12);
      }),
      { seed: 7 },
    );
  });

  it('keep estimates and narrow the interval of the lift when every row is doubled', () => {
    fc.assert(
      fc.property(judged, (rows) => {
        fc.pre(rows.some(({ label }) => label === 1));
        const [once, twice] = [measure(rows), measure([...rows, ...rows])];
        expect(twice.lift.estimate).toBeCloseTo(once.lift.estimate, 10);
        expect(twice.lift.lower).toBeGreaterThanOrEqual(once.lift.lower - 1e-9);
        expect(twice.lift.upper).toBeLessThanOrEqual(once.lift.upper + 1e-9);
        expect(twice.error).toBeCloseTo(once.error, 10);
      }),
      { seed: 7 },
    );
  });
});

describe('intervals and corrections', () => {
  const counts = fc
    .record({ totalAccounts: fc.integer({ min: 2, max: 400 }), a: fc.nat(), b: fc.nat(), c: fc.nat() })
    .map(({ totalAccounts, a, b, c }) => {
      const accounts = 1 + (a % (totalAccounts - 1));
      const positives = b % (accounts + 1);
      return { totalAccounts, accounts, positives, totalPositives: positives + (c % (totalAccounts - accounts + 1)) };
    });

  it('hold the lift between its bounds', () => {
    fc.assert(
      fc.property(counts, (given) => {
        fc.pre(given.totalPositives > 0);
        const { estimate, lower, upper } = liftInterval(given);
        expect(lower).toBeLessThanOrEqual(estimate + 1e-9);
        expect(upper).toBeGreaterThanOrEqual(estimate - 1e-9);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(upper)).toBe(true);
      }),
      { seed: 7 },
    );
  });

  it('never lower a p-value, and keep its rank', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (p) => {
        const [q, holm] = [adjustBenjaminiHochberg(p), adjustHolm(p)];
        p.forEach((value, i) => {
          expect(q[i]).toBeGreaterThanOrEqual(value);
          expect(holm[i]).toBeGreaterThanOrEqual(q[i] - 1e-15);
          p.forEach((other, j) => {
            if (value < other) expect(q[i]).toBeLessThanOrEqual(q[j]);
          });
        });
      }),
      { seed: 7 },
    );
  });

  it('give Fisher’s p between 0 and 1, the same for exchanged groups', () => {
    fc.assert(
      fc.property(counts, ({ totalAccounts, accounts, positives, totalPositives }) => {
        const [otherPositives, otherAccounts] = [totalPositives - positives, totalAccounts - accounts];
        const one = fisherExact({ positives, accounts, otherPositives, otherAccounts });
        const other = fisherExact({
          positives: otherPositives,
          accounts: otherAccounts,
          otherPositives: positives,
          otherAccounts: accounts,
        });
        expect(one.twoSided).toBeCloseTo(other.twoSided, 9);
        expect(one.greater).toBeCloseTo(other.less, 9);
        expect(one.greater + one.less).toBeGreaterThan(1 - 1e-9);
        expect(one.twoSided).toBeGreaterThanOrEqual(Math.min(one.greater, one.less) - 1e-9);
      }),
      { seed: 7 },
    );
  });
});
