import { describe, expect, it } from 'vitest';
import { binAttributes } from '../../../src/learn/binning/bin-attributes.js';
import { weightOfEvidence } from '../../../src/learn/binning/weight-of-evidence.js';
import { buildGrids } from '../../../src/learn/build-grids.js';
import { codeTable } from '../../../src/learn/code-table.js';
import type { Column } from '../../../src/model/table.js';

describe('weightOfEvidence', () => {
  it('is the logarithm worked by hand, with its interval', () => {
    const [first, second] = weightOfEvidence({ accounts: [40, 40], positives: [10, 30] });
    // (10.5 / 41) over (30.5 / 41).
    expect(first.estimate).toBeCloseTo(Math.log(10.5 / 30.5), 12);
    expect(second.estimate).toBeCloseTo(-first.estimate, 12);
    const half = 1.959964 * Math.sqrt(1 / 10.5 + 1 / 30.5 - 2 / 41);
    expect(first.upper - first.estimate).toBeCloseTo(half, 6);
  });
});

describe('binAttributes', () => {
  // 800 accounts: employees 0–79, ten each; from 40 on all but one in five are positive, below one in five.
  const rows = Array.from({ length: 800 }, (_, row) => row);
  const isHigh = (row: number) => row % 80 >= 40;
  const labels = Uint8Array.from(rows, (row) => (isHigh(row) === (Math.floor(row / 80) % 5 !== 0) ? 1 : 0));
  const plan = (row: number) => (row < 20 ? -1 : row % 3);
  const columns: Column[] = [
    { type: 'number', name: 'employees', whole: true, values: Float64Array.from(rows, (row) => row % 80) },
    { type: 'category', name: 'plan', labels: ['Free', 'Pro', 'Team'], codes: Int32Array.from(rows, plan) },
  ];
  const coded = codeTable(buildGrids(columns, null), { columns, rowCount: 800 });

  it('tells the plainest ranges that carry all there is', () => {
    const [employees, other] = binAttributes({ coded, columns, labels });
    expect(employees).toMatchObject({ attribute: 'employees', trend: 'increasing' });
    expect(employees.bins.map(({ values, accounts }) => [values, accounts])).toEqual([
      ['up to 39', 400],
      ['40+', 400],
    ]);
    expect(other.attribute).toBe('plan');
    expect(other.bins.map(({ values }) => values).sort()).toEqual(['Free', 'Pro', 'Team', 'missing']);
    expect(other.informationValue).toBeLessThan(0.3);
  });

  it('keeps to wishes', () => {
    const wishes = new Map([
      ['employees', { monotone: 'decreasing' as const }],
      ['plan', { groups: [['Pro', 'Team']] }],
    ]);
    const wished = codeTable(buildGrids(columns, null, { wishes }), { columns, rowCount: 800 });
    const found = binAttributes({ coded: wished, columns, labels, wishes });
    expect(found.map(({ attribute }) => attribute)).toEqual(['plan']);
    expect(found[0].bins.map(({ values }) => values).sort()).toEqual(['Free', 'Pro or Team', 'missing']);
  });
});
