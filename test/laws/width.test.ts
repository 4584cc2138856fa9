import { describe, expect, it } from 'vitest';
import { buildGrids } from '../../src/learn/build-grids.js';
import { codeTable } from '../../src/learn/code-table.js';
import type { Column } from '../../src/model/table.js';
import { createRandom } from '../../src/stats/random.js';
import { findBlueOceans } from '../../src/validate/width/find-blue-oceans.js';
import { judgeWidth } from '../../src/validate/width/judge-width.js';

describe('judgeWidth', () => {
  it('finds a wrong width in at most 1 of 10 scores that have nothing to do with the outcome', () => {
    // Two sides, each looked at with the level .05 (Holm).
    const random = createRandom(21);
    let found = 0;
    for (let run = 0; run < 400; run++) {
      const score = Float64Array.from({ length: 300 }, () => random.next());
      const values = Float64Array.from(score, () => Number(random.next() < 0.2));
      const isInside = score.map((one) => Number(one > 0.75));
      const accounts = { score, values, isRate: true, isInside: Uint8Array.from(isInside) };
      const { verdict } = judgeWidth(accounts, { inside: 0.2, outside: 'icp' });
      if (verdict !== 'about right') found++;
    }
    expect(found / 400).toBeLessThanOrEqual(0.1);
  });
});

/** Accounts with four attributes of which none, or the first two together, has to do with the outcome. */
function company(seed: number, { effect, rowCount }: { effect: number; rowCount: number }) {
  const random = createRandom(seed);
  const half = rowCount / 2;
  const columns = ['a', 'b', 'c', 'd'].map(
    (name): Column => ({
      type: 'category',
      name,
      labels: ['x', 'y', 'z'],
      codes: Int32Array.from({ length: rowCount }, () => random.int(3)),
    }),
  );
  const codesOf = (at: number) => (columns[at] as Extract<Column, { type: 'category' }>).codes;
  const isBest = (row: number) => codesOf(0)[row] === 1 && codesOf(1)[row] === 1;
  return {
    coded: codeTable(buildGrids(columns, null), { columns, rowCount }),
    columns,
    values: Float64Array.from({ length: rowCount }, (_, row) =>
      Number(random.next() < 0.15 + (isBest(row) ? effect : 0)),
    ),
    isRate: true,
    // The ICP looks at something else.
    isInside: Uint8Array.from(codesOf(2), (code) => Number(code === 0)),
    searched: Int32Array.from({ length: half }, (_, row) => row),
    judged: Int32Array.from({ length: half }, (_, row) => half + row),
    breakEven: 0.15,
  };
}

describe('findBlueOceans', () => {
  it('finds one where none is in at most 5 of 100 companies', () => {
    let found = 0;
    for (let seed = 0; seed < 40; seed++)
      if (findBlueOceans(company(seed, { effect: 0, rowCount: 800 })).length > 0) found++;
    expect(found / 40).toBeLessThanOrEqual(0.05);
  });

  it('finds the planted one, says what it is, and that it beats the ICP', () => {
    let found = 0;
    for (let seed = 0; seed < 10; seed++) {
      const [first] = findBlueOceans(company(seed, { effect: 0.45, rowCount: 1600 }));
      const attributes = new Set(first?.traits.map(({ attribute }) => attribute));
      if (attributes.has('a') && attributes.has('b') && first.standing === 'beats the ICP') found++;
    }
    expect(found).toBeGreaterThanOrEqual(8);
  });
});
