import { describe, expect, it } from 'vitest';
import { buildGrids } from '../../src/learn/build-grids.js';
import { codeTable } from '../../src/learn/code-table.js';
import { findSegments } from '../../src/learn/find-segments.js';
import { findValueSegments } from '../../src/learn/find-value-segments.js';
import type { Column } from '../../src/model/table.js';
import { formatTrait } from '../../src/model/trait-text.js';
import { createRandom } from '../../src/stats/random.js';

/** Retail with 40 or more stores is worth `times` as much; the outcome has nothing to do with it. */
function accounts(seed: number, { count, times }: { count: number; times: number }) {
  const random = createRandom(seed);
  const rows = Array.from({ length: count }, () => ({ industry: random.int(4), stores: random.int(80) }));
  const columns: Column[] = [
    {
      type: 'category',
      name: 'industry',
      labels: ['Retail', 'Bank', 'Media', 'Farming'],
      codes: Int32Array.from(rows, (row) => row.industry),
    },
    { type: 'number', name: 'stores', whole: true, values: Float64Array.from(rows, (row) => row.stores) },
    { type: 'number', name: 'other', whole: true, values: Float64Array.from(rows, () => random.int(60)) },
  ];
  const values = Float64Array.from(
    rows,
    ({ industry, stores }) => Math.exp(random.normal()) * (industry === 0 && stores >= 40 ? times : 1),
  );
  const labels = Uint8Array.from(rows, () => (random.next() < 0.3 ? 1 : 0));
  const coded = codeTable(buildGrids(columns, null), { columns, rowCount: count });
  const all = Int32Array.from({ length: count }, (_, row) => row);
  const halves = { discovery: all.filter((row) => row % 3 !== 0), confirmation: all.filter((row) => row % 3 === 0) };
  return { columns, values, labels, coded, ...halves };
}

describe('findValueSegments', () => {
  it('finds whose accounts are worth more, and confirms it', () => {
    const [first] = findValueSegments(accounts(1, { count: 3000, times: 4 }));
    expect(first.traits.map(formatTrait).sort()).toEqual([
      'industry = Retail',
      expect.stringMatching(/^stores (4|39)/),
    ]);
    expect(first.status).toBe('validated');
    // Four times as much as the others, who are seven of eight: 4 / (1 + 3 / 8) = 2.9.
    expect(first.value?.ratio.estimate).toBeGreaterThan(2.3);
    expect(first.value?.ratio.estimate).toBeLessThan(3.4);
    expect(first.heldOut?.p).toBeLessThan(0.01);
    expect(first.heldOut?.value?.ratio.lower).toBeGreaterThan(1.5);
  });

  it('leaves values out that are not known', () => {
    const data = accounts(1, { count: 3000, times: 4 });
    const values = data.values.map((value, row) => (row % 5 === 0 ? Number.NaN : value));
    const [first] = findValueSegments({ ...data, values });
    expect(first.value?.mean).toBeGreaterThan(3);
    expect(first.accounts).toBeLessThan(400);
  });

  it('finds nothing where values are noise', () => {
    const found = Array.from({ length: 12 }, (_, i) => findValueSegments(accounts(50 + i, { count: 900, times: 1 })));
    expect(found.filter((segments) => segments.length > 0).length).toBeLessThanOrEqual(1);
  });
});

describe('findSegments with values', () => {
  it('tells what the accounts of each segment are worth', () => {
    const data = accounts(3, { count: 2000, times: 4 });
    const isRich = (row: number) => data.values[row] > 3;
    const labels = data.labels.map((label, row) => (isRich(row) ? 1 : label));
    const [first] = findSegments({ ...data, labels });
    expect(first.value?.ratio.lower).toBeGreaterThan(1);
    expect(first.heldOut?.value?.mean).toBeGreaterThan(2);
  });

  it('finds larger ones by share and purer ones by lift', () => {
    const data = accounts(5, { count: 4000, times: 1 });
    const random = createRandom(9);
    const [industry, stores] = [data.columns[0], data.columns[1]];
    if (industry.type !== 'category' || stores.type !== 'number') throw new Error('other columns');
    // Stores from 20 on: six in ten; Retail of them from 60 on: nearly all.
    const labels = Uint8Array.from(stores.values, (value, row) => {
      const rate = value < 20 ? 0.1 : value >= 60 && industry.codes[row] === 0 ? 0.97 : 0.55;
      return random.next() < rate ? 1 : 0;
    });
    const by = (measure: 'share' | 'lift') => findSegments({ ...data, labels, measure, count: 1 })[0];
    expect(by('share').accounts).toBeGreaterThan(3 * by('lift').accounts);
    expect(by('lift').lift.estimate).toBeGreaterThan(by('share').lift.estimate);
  });
});
