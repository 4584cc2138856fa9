import { describe, expect, it } from 'vitest';
import { findOrderLeaks } from '../../../src/learn/leaks/find-order-leaks.js';
import { createRandom } from '../../../src/stats/random.js';

const random = createRandom(3);
const mixed = Uint8Array.from({ length: 300 }, () => (random.next() < 0.3 ? 1 : 0));

describe('findOrderLeaks', () => {
  it('tells a file that is sorted by its outcome', () => {
    const [found] = findOrderLeaks({ labels: Uint8Array.from(mixed).sort() });
    expect(found).toMatchObject({ attribute: 'order of rows', kind: 'order', severity: 'mention' });
    expect(found.evidence.auc?.estimate).toBe(1);
  });

  it('tells ids that come in ranges, or with letters, of their own for each outcome', () => {
    const ranges = findOrderLeaks({
      labels: mixed,
      id: 'key',
      ids: (row) => `A${(mixed[row] === 1 ? 5000 : 1000) + row}`,
    });
    const letters = findOrderLeaks({
      labels: mixed,
      id: 'key',
      ids: (row) => `${mixed[row] === 1 ? 'C' : 'L'}-${row}`,
    });
    expect([ranges, letters].map((found) => found.map(({ attribute }) => attribute))).toEqual([['key'], ['key']]);
  });

  it('finds nothing in rows and ids that run on their own', () => {
    expect(findOrderLeaks({ labels: mixed, ids: (row) => `A${1000 + row}` })).toEqual([]);
  });
});
