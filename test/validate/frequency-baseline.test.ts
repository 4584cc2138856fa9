import { describe, expect, it } from 'vitest';
import type { CodedTable } from '../../src/learn/grid.js';
import { coarsenBins } from '../../src/validate/coarsen-bins.js';
import { learnFrequencyScheme, predictFrequency } from '../../src/validate/frequency-baseline.js';

const country = { kind: 'category', attribute: 'country', labels: ['BE', 'FR'], binCount: 2 } as const;
const other = 2;
const missing = 3;

function tableOf(...codes: number[]): CodedTable {
  return { grids: [country], codes: [Uint8Array.from(codes)], rowCount: codes.length };
}

describe('learnFrequencyScheme', () => {
  it('says 91.67 % after one win and no loss', () => {
    // Odoo, with one won lead: 1.1 won and .1 lost, of one value: 1.1 / 1.2.
    const table = tableOf(0);
    const scheme = learnFrequencyScheme(table, { labels: [1] });
    expect(predictFrequency(scheme, { table })[0]).toBeCloseTo(1.1 / 1.2, 14);
  });

  it('multiplies the shares of won and lost', () => {
    // By hand: BE 3 won 1 lost, FR 1 won 3 lost; won and lost start at .1 a value, so each total is 4.2, and even odds.
    const table = tableOf(0, 0, 0, 0, 1, 1, 1, 1);
    const scheme = learnFrequencyScheme(table, { labels: [1, 1, 1, 0, 1, 0, 0, 0] });
    expect(predictFrequency(scheme, { table, rows: [0, 4] })[0]).toBeCloseTo(3.1 / 4.2, 12);
    expect(predictFrequency(scheme, { table, rows: [4] })[0]).toBeCloseTo(1.1 / 4.2, 12);
  });

  it('skips empty cells and values it has not seen', () => {
    const scheme = learnFrequencyScheme(tableOf(0, 0, 0, missing), { labels: [1, 1, 0, 0] });
    const p = predictFrequency(scheme, { table: tableOf(1, other, missing) });
    expect([...p]).toEqual([0.5, 0.5, 0.5]);
  });

  it('clamps to 0.01 and 99.99 %', () => {
    const table = tableOf(...new Array(2000).fill(0), ...new Array(2000).fill(1));
    const scheme = learnFrequencyScheme(table, {
      labels: Uint8Array.from({ length: 4000 }, (_, i) => (i < 2000 ? 1 : 0)),
    });
    expect([...predictFrequency(scheme, { table, rows: [0, 3999] })]).toEqual([0.9999, 0.0001]);
  });

  it.each([
    [49, 0.5],
    [50, 50.1 / 50.2 / (50.1 / 50.2 + 0.1 / 50.2)],
  ])('counts a tag seen %i times', (seen, expected) => {
    const tagged = (member: string) => ({ kind: 'member', attribute: 'stack', member, binCount: 2 }) as const;
    // Tag A: all won; tag B: as many, all lost. Totals of won and of lost: seen + .2.
    const table: CodedTable = {
      grids: [tagged('A'), tagged('B')],
      codes: [
        Uint8Array.from({ length: 2 * seen }, (_, i) => (i < seen ? 1 : 0)),
        Uint8Array.from({ length: 2 * seen }, (_, i) => (i < seen ? 0 : 1)),
      ],
      rowCount: 2 * seen,
    };
    const scheme = learnFrequencyScheme(table, {
      labels: Uint8Array.from({ length: 2 * seen }, (_, i) => (i < seen ? 1 : 0)),
    });
    expect(predictFrequency(scheme, { table, rows: [0] })[0]).toBeCloseTo(expected, 12);
  });
});

describe('coarsenBins', () => {
  it('merges numbers to deciles and keeps other and missing apart', () => {
    const cuts = Array.from({ length: 19 }, (_, i) => i + 1);
    const grid = { kind: 'numeric', attribute: 'employees', whole: true, cuts, binCount: 20 } as const;
    const { bins, count } = coarsenBins(grid, [...new Array(20).fill(5), 2, 3]);
    expect(count).toBe(12);
    expect([...bins]).toEqual([...Array.from({ length: 20 }, (_, i) => i >> 1), 10, 11]);
  });
});
