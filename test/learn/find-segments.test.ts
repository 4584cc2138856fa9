import { describe, expect, it } from 'vitest';
import { buildGrids } from '../../src/learn/build-grids.js';
import { codeTable } from '../../src/learn/code-table.js';
import { findSegments } from '../../src/learn/find-segments.js';
import type { Column } from '../../src/model/table.js';
import { formatTrait } from '../../src/model/trait-text.js';
import { createRandom } from '../../src/stats/random.js';
import { noisyAccounts } from './noisy-accounts.js';

/** Two groups that do well (Retail with 40 or more stores; Banks in the north), one that fails (Free), noise beside them. */
function plantedAccounts(seed: number, count: number) {
  const random = createRandom(seed);
  const rows = Array.from({ length: count }, () => ({
    industry: random.int(4),
    region: random.int(3),
    plan: random.int(5) === 0 ? 0 : 1,
    stores: random.int(80),
    other: random.int(100),
  }));
  const category = (name: string, labels: string[], codes: Int32Array): Column => ({
    type: 'category',
    name,
    labels,
    codes,
  });
  const columns: Column[] = [
    category(
      'industry',
      ['Retail', 'Bank', 'Media', 'Farming'],
      Int32Array.from(rows, (row) => row.industry),
    ),
    category(
      'region',
      ['North', 'South', 'West'],
      Int32Array.from(rows, (row) => row.region),
    ),
    category(
      'plan',
      ['Free', 'Paid'],
      Int32Array.from(rows, (row) => row.plan),
    ),
    { type: 'number', name: 'stores', whole: true, values: Float64Array.from(rows, (row) => row.stores) },
    { type: 'number', name: 'other', whole: true, values: Float64Array.from(rows, (row) => row.other) },
  ];
  const rateOf = (row: (typeof rows)[number]) =>
    row.plan === 0
      ? 0.02
      : (row.industry === 0 && row.stores >= 40) || (row.industry === 1 && row.region === 0)
        ? 0.6
        : 0.15;
  const labels = Uint8Array.from(rows, (row) => (random.next() < rateOf(row) ? 1 : 0));
  const coded = codeTable(buildGrids(columns, null), { columns, rowCount: count });
  return { columns, labels, coded, ...halves(count) };
}

function halves(count: number) {
  const rows = Int32Array.from({ length: count }, (_, row) => row);
  return { discovery: rows.filter((row) => row % 3 !== 0), confirmation: rows.filter((row) => row % 3 === 0) };
}

describe('findSegments', () => {
  const accounts = plantedAccounts(3, 3000);
  const segments = findSegments(accounts);

  it('finds the planted groups, then the one to avoid, each once', () => {
    const said = segments.map(({ traits }) => traits.map(formatTrait).sort().join(' & '));
    expect(said).toEqual([
      'industry = Retail & plan = Paid & stores 40+',
      'industry = Bank & plan = Paid & region = North',
      'plan = Free',
    ]);
    expect(segments.map(({ status }) => status)).toEqual(['validated', 'validated', 'validated']);
  });

  it('counts the discovery rows and, apart, the confirmation rows', () => {
    const [retail] = segments;
    expect(retail.share).toBeCloseTo(retail.accounts / 2000, 12);
    expect(retail.lift.lower).toBeGreaterThan(1.5);
    expect(retail.heldOut?.p).toBeLessThan(0.001);
    expect(retail.heldOut?.lift.lower).toBeGreaterThan(1);
    expect(segments[2].lift.upper).toBeLessThan(1);
  });

  it('publishes nothing of groups under eleven accounts', () => {
    const few = findSegments({ ...accounts, confirmation: accounts.confirmation.slice(0, 60) });
    for (const { heldOut } of few) expect(heldOut?.accounts ?? 11).toBeGreaterThanOrEqual(11);
    const tiny = plantedAccounts(3, 24);
    for (const segment of findSegments(tiny)) expect(segment.accounts).toBeGreaterThanOrEqual(11);
  });

  it('gives the same answer twice', () => {
    expect(findSegments(accounts)).toEqual(segments);
  });

  it('finds next to nothing in noise', () => {
    let runs = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const noise = noisyAccounts({ seed, accounts: 200, baseRate: 0.2, planted: 0, oddsRatio: 1 });
      if (findSegments({ ...noise, ...halves(200) }).length > 0) runs++;
    }
    expect(runs).toBeLessThanOrEqual(1);
  });
});
