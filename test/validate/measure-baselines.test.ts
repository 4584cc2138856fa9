import { describe, expect, it } from 'vitest';
import type { CodedTable } from '../../src/learn/grid.js';
import { measureBaselines } from '../../src/validate/measure-baselines.js';

describe('measureBaselines', () => {
  const labels = Uint8Array.from({ length: 400 }, (_, row) => (row % 10 < (row % 2 === 0 ? 6 : 2) ? 1 : 0));
  const half = { kind: 'category', labels: ['no', 'yes'], binCount: 2 } as const;
  const table: CodedTable = {
    grids: [
      { ...half, attribute: 'noise' },
      { ...half, attribute: 'parity' },
    ],
    codes: [Uint8Array.from(labels, (_, row) => (row >> 4) & 1), Uint8Array.from(labels, (_, row) => row & 1)],
    rowCount: 400,
  };
  const split = { method: 'order', heldOutShare: 0.25, description: '' } as const;
  const fold = Uint8Array.from(labels, (_, row) => (row >= 300 ? 1 : 0));

  it('measures three simpler means on the held-out accounts', () => {
    const baselines = measureBaselines(table, { labels, split: { split, fold } });
    expect(baselines.map(({ name }) => name)).toEqual([
      'base rate',
      "frequency scheme of Odoo's lead scoring",
      'best single attribute (parity)',
    ]);
    // Of ten rows: even ones 3 positives of 5, odd ones 1 of 5; 4 of 10. Pairs: (3·4 + (3·2 + 1·4) / 2) / 24 = 17 / 24.
    expect(baselines.map(({ auc }) => auc.estimate)).toEqual([0.5, expect.any(Number), expect.closeTo(17 / 24, 12)]);
    expect(baselines[0].auc).toEqual({ estimate: 0.5, lower: 0.5, upper: 0.5 });
    expect(baselines[0].logLoss).toBeCloseTo(-(0.4 * Math.log(0.4) + 0.6 * Math.log(0.6)), 12);
    expect(baselines[1].auc.estimate).toBeGreaterThan(0.6);
  });

  it('fits a logistic regression to the columns, and says how far ahead our scores are', () => {
    const columns = [
      {
        type: 'category',
        name: 'parity',
        codes: Int32Array.from(labels, (_, row) => row & 1),
        labels: ['even', 'odd'],
      },
    ] as const;
    const points = Float64Array.from(labels, (_, row) => (row % 10 < (row % 2 === 0 ? 6 : 2) ? 1 : 0));
    const ours = { points, probabilities: points.map((point) => 0.1 + 0.8 * point) };
    const [base, , , logistic] = measureBaselines(table, { labels, split: { split, fold }, columns, ours });
    expect(logistic.name).toBe('plain logistic regression');
    expect(logistic.auc.estimate).toBeCloseTo(17 / 24, 12);
    // Ours are right throughout: ahead by all that is missing to 1.
    expect(logistic.ahead?.auc.estimate).toBeCloseTo(7 / 24, 12);
    expect(base.ahead?.auc).toMatchObject({ estimate: 0.5, lower: 0.5, upper: 0.5 });
    expect(base.ahead?.logLoss.estimate).toBeCloseTo(base.logLoss + Math.log(0.9), 12);
  });

  it('measures nothing when nothing is held out', () => {
    expect(measureBaselines(table, { labels, split: { split, fold: new Uint8Array(400) } })).toEqual([]);
  });
});
