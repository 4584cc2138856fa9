import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignTypes } from '../../../src/intake/assign-types.js';
import { readFile } from '../../../src/intake/read-file.js';
import { readOutcome } from '../../../src/intake/read-outcome.js';
import {
  type BinCounts,
  type BinShape,
  binShapes,
  informationValue,
  optimalBins,
} from '../../../src/learn/binning/optimal-bins.js';
import { cartBins } from './cart-bins.js';

function joined({ accounts, positives }: BinCounts, starts: readonly number[]): BinCounts {
  const sums = (counts: ArrayLike<number>) =>
    starts.map((first, i) =>
      Array.from(counts)
        .slice(first, starts[i + 1] ?? counts.length)
        .reduce((sum, count) => sum + count, 0),
    );
  return { accounts: sums(accounts), positives: sums(positives) };
}

describe('informationValue', () => {
  it('is the sum worked by hand', () => {
    // Shares of the positives .25 and .75, of the negatives .75 and .25: twice .5 · ln 3.
    expect(informationValue({ accounts: [40, 40], positives: [10, 30] })).toBeCloseTo(Math.log(3), 12);
  });

  it('is finite where a bin has no positives', () => {
    expect(informationValue({ accounts: [20, 20], positives: [0, 10] })).toBeGreaterThan(0.5);
    expect(informationValue({ accounts: [20, 20], positives: [0, 0] })).toBe(0);
  });
});

describe('optimalBins', () => {
  const counts = { accounts: [50, 50, 50, 50], positives: [10, 30, 20, 40] };

  it('joins what would break the shape', () => {
    expect(optimalBins(counts, { shape: 'free', minAccounts: 1 })).toEqual([0, 1, 2, 3]);
    expect(optimalBins(counts, { shape: 'increasing', minAccounts: 1 })).toEqual([0, 1, 3]);
    expect(optimalBins(counts, { shape: 'free', minAccounts: 100 })).toEqual([0, 2]);
    expect(optimalBins(counts, { shape: 'free', minAccounts: 150 })).toEqual([0]);
  });

  /** Whether rates rise to a turn and fall after it, at a turn of one's choice. */
  const isPeak = (rates: readonly number[]) =>
    rates.some((_, turn) =>
      rates.every((rate, i) => i === 0 || (i <= turn ? rate >= rates[i - 1] : rate <= rates[i - 1])),
    );
  const fits: Record<BinShape, (rates: readonly number[]) => boolean> = {
    free: () => true,
    increasing: (rates) => rates.every((rate, i) => i === 0 || rate >= rates[i - 1]),
    decreasing: (rates) => rates.every((rate, i) => i === 0 || rate <= rates[i - 1]),
    peak: isPeak,
    valley: (rates) => isPeak(rates.map((rate) => -rate)),
  };

  it('is the best of all binnings of its shape', () => {
    const cell = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }));
    const cells = fc.array(cell, { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(cells, fc.constantFrom(...binShapes), fc.integer({ min: 1, max: 30 }), (bins, shape, minAccounts) => {
        const all = { accounts: bins.map(([good, bad]) => good + bad), positives: bins.map(([good]) => good) };
        let best = Number.NEGATIVE_INFINITY;
        for (let cuts = 0; cuts < 2 ** (bins.length - 1); cuts++) {
          const starts = [...bins.keys()].filter((bin) => bin === 0 || (cuts >> (bin - 1)) & 1);
          const { accounts, positives } = joined(all, starts);
          const rates = Array.from(positives, (count, i) => count / accounts[i]);
          if (Math.min(...Array.from(accounts)) < minAccounts || !fits[shape](rates)) continue;
          best = Math.max(best, informationValue({ accounts, positives }));
        }
        const found = joined(all, optimalBins(all, { shape, minAccounts }));
        expect(informationValue(found)).toBeCloseTo(Math.max(best, 0), 10);
        if (best > 0) expect(Math.min(...Array.from(found.accounts))).toBeGreaterThanOrEqual(minAccounts);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('joins 77 bins in milliseconds', () => {
    const accounts = Array.from({ length: 77 }, (_, i) => 100 + ((i * 7) % 50));
    const positives = accounts.map((count, i) => Math.floor(count * (0.2 + 0.3 * Math.sin(i / 9) ** 2)));
    const started = performance.now();
    for (const shape of binShapes) optimalBins({ accounts, positives }, { shape, minAccounts: 1 });
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

// Source: optbinning's tutorial on this data, version 0.11 and later; its default pre-binning, then its own optimum.
const folder = join(process.env.ASSAY_DATA ?? '', 'ibm-telco-churn');
describe.skipIf(!existsSync(folder))('information values of telco churn', () => {
  it("are those of optbinning's documentation, to six digits", async () => {
    const raw = await readFile(join(folder, 'Telco-Customer-Churn.csv'));
    const { table } = assignTypes(raw);
    const labels = readOutcome(raw.columns.find(({ name }) => name === 'Churn')!, { value: 'Yes' }).labels;
    const valueUnder = (name: string, shape: BinShape) => {
      const column = table.columns.find((one) => one.name === name);
      if (column?.type !== 'number') throw new Error(`${name} is no number`);
      const lowest = cartBins(column.values, labels);
      const accounts = new Float64Array(lowest.length);
      const positives = new Float64Array(lowest.length);
      column.values.forEach((value, row) => {
        const bin = lowest.findLastIndex((from) => value >= from);
        accounts[bin]++;
        positives[bin] += labels[row];
      });
      const found = joined({ accounts, positives }, optimalBins({ accounts, positives }, { shape, minAccounts: 1 }));
      return [found.accounts.length, Number(informationValue(found).toFixed(6))];
    };
    expect(valueUnder('tenure', 'decreasing')).toEqual([11, 0.872052]);
    expect(valueUnder('MonthlyCharges', 'valley')).toEqual([5, 0.376524]);
  });
});
