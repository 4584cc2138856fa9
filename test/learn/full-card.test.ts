import { describe, expect, it } from 'vitest';
import type { FittedTerm } from '../../src/learn/additive-model.js';
import { fullCard } from '../../src/learn/full-card.js';

/** Cells in this order: the known values, any other, missing. */
function termOf(counts: readonly number[], ordered: number): FittedTerm {
  const size = counts.length;
  const nothing = new Float64Array(size);
  const values = Float64Array.from(counts, (_, cell) => cell + 1);
  return {
    size,
    ordered,
    counts: Float64Array.from(counts),
    values,
    hessian: nothing,
    variance: nothing,
    precision: 1,
    degrees: 1,
  };
}

describe('fullCard', () => {
  it('gives a category that is new the middle of the categories, and what is missing the mean account', () => {
    const { terms } = fullCard({ intercept: 0, terms: [termOf([7, 3, 0, 0], 0)], logOdds: new Float64Array(0) });
    expect([...terms[0].groupOf]).toEqual([0, 1, 2, -1]);
  });

  it('gives cells of a number that no account had the mean account', () => {
    const { terms } = fullCard({ intercept: 0, terms: [termOf([7, 0, 3, 0, 0], 3)], logOdds: new Float64Array(0) });
    expect([...terms[0].groupOf]).toEqual([0, -1, 2, -1, -1]);
  });
});
