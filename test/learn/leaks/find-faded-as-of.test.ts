import { describe, expect, it } from 'vitest';
import { findFadedAsOf } from '../../../src/learn/leaks/find-faded-as-of.js';
import type { NumberColumn } from '../../../src/model/table.js';
import { createRandom } from '../../../src/stats/random.js';

const random = createRandom(4);
const labels = Uint8Array.from({ length: 500 }, () => (random.next() < 0.3 ? 1 : 0));
const score = (shift: number): NumberColumn => ({
  type: 'number',
  name: 'score',
  whole: false,
  values: Float64Array.from(labels, (label) => shift * label + random.normal()),
});

describe('findFadedAsOf', () => {
  it('tells a column that knows the outcome now and did not at the decision', () => {
    const [found] = findFadedAsOf([{ now: score(2), before: score(0) }], labels);
    expect(found).toMatchObject({ attribute: 'score', kind: 'fades', severity: 'mention' });
    expect(found.evidence.faded?.settled.estimate).toBeGreaterThan(0.85);
    expect(found.evidence.faded?.recent.estimate).toBeLessThan(0.6);
  });

  it('leaves alone what told as much at the decision', () => {
    expect(findFadedAsOf([{ now: score(2), before: score(1.8) }], labels)).toEqual([]);
  });
});
