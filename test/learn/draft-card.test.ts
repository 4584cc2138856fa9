import { describe, expect, it } from 'vitest';
import type { FittedTerm } from '../../src/learn/additive-model.js';
import { draftCard } from '../../src/learn/draft-card.js';
import type { AttributeGrid } from '../../src/learn/grid.js';

const grid: AttributeGrid = { kind: 'numeric', attribute: 'size', whole: true, cuts: [10, 20, 30, 40], binCount: 5 };

/** Up, down and up again; @param weight of each bin: sum of p(1 - p). */
function zigzag(weight: number): FittedTerm {
  const each = (value: number) => Float64Array.of(value, value, value, value, value, 0, 0);
  return {
    size: 7,
    ordered: 5,
    values: Float64Array.of(0, 1, 0, 1, 0, 0, 0),
    hessian: each(weight),
    counts: each(100),
    variance: each(1),
    precision: 1,
    degrees: 4,
  };
}

describe('draftCard', () => {
  it('lets a shape turn once where few accounts say that it turns again', () => {
    // Falling from the first peak loses 30 · (.5² + .5²) = 15: less than 20.
    const [term] = draftCard([grid], [zigzag(30)]);
    expect(term.ranges).toEqual([
      [0, 0],
      [1, 1],
      [2, 3],
      [4, 4],
    ]);
  });

  it('lets it turn as often as the data insist', () => {
    // 50 · (.5² + .5²) = 25.
    const [term] = draftCard([grid], [zigzag(50)]);
    expect(term.ranges).toHaveLength(5);
  });
});
