import { describe, expect, it } from 'vitest';
import { buildGrids } from '../../../src/learn/build-grids.js';
import { codeTable } from '../../../src/learn/code-table.js';
import { findPairLeaks } from '../../../src/learn/leaks/find-pair-leaks.js';
import type { NumberColumn } from '../../../src/model/table.js';
import { createRandom } from '../../../src/stats/random.js';

const count = 600;

function search(
  names: [string, string],
  make: (label: number, random: ReturnType<typeof createRandom>) => [number, number],
) {
  const random = createRandom(9);
  const labels = Uint8Array.from({ length: count }, () => (random.next() < 0.3 ? 1 : 0));
  const cells = Array.from(labels, (label) => make(label, random));
  const columns = names.map(
    (name, i): NumberColumn => ({
      type: 'number',
      name,
      whole: false,
      values: Float64Array.from(cells, (pair) => pair[i]),
    }),
  );
  const coded = codeTable(buildGrids(columns, null), { columns, rowCount: count });
  return findPairLeaks({ coded, labels, columns, outcome: 'won', isOut: () => false });
}

describe('findPairLeaks', () => {
  it('finds two numbers whose difference is the outcome, and accuses both', () => {
    const found = search(['first', 'second'], (label, random) => {
      const a = 100 * random.next();
      return [a, a + (label === 1 ? 1 : -1) * (1 + random.next())];
    });
    expect(found.map(({ attribute, evidence }) => [attribute, evidence.partner])).toEqual([
      ['first', 'second'],
      ['second', 'first'],
    ]);
    expect(found[0].detail).toContain('their difference');
  });

  it('accuses only the one whose name tells', () => {
    const found = search(['offer', 'invoice date day'], (label, random) => {
      const a = 100 * random.next();
      return [a, label === 1 ? a : a + 5 + random.next()];
    });
    expect(found.map(({ attribute }) => attribute)).toEqual(['invoice date day']);
  });

  it('leaves two strong attributes alone that add what they know', () => {
    // d' of 2 each: AUC .92 alone, .98 together.
    expect(search(['a', 'b'], (label, random) => [2 * label + random.normal(), 2 * label + random.normal()])).toEqual(
      [],
    );
  });
});
