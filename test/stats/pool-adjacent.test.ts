import { describe, expect, it } from 'vitest';
import { binomialTail } from '../../src/stats/binomial-tail.js';
import { poolAdjacent } from '../../src/stats/pool-adjacent.js';

describe('poolAdjacent', () => {
  it('pools neighbours that rise, by weight', () => {
    // By hand: 3 and 5 rise to one of 4 (weights 1 and 1), then 4 and 6 to (2·4 + 2·6) / 4 = 5; 1 stays.
    const pools = poolAdjacent([
      { weight: 1, mean: 3 },
      { weight: 1, mean: 5 },
      { weight: 2, mean: 6 },
      { weight: 1, mean: 1 },
    ]);
    expect(pools).toEqual([
      { from: 0, to: 3, mean: 5 },
      { from: 3, to: 4, mean: 1 },
    ]);
  });

  it('leaves a falling sequence as it is', () => {
    expect(poolAdjacent([3, 2, 1].map((mean) => ({ weight: 1, mean }))).map(({ mean }) => mean)).toEqual([3, 2, 1]);
  });
});

describe('binomialTail', () => {
  it('gives what pbinom of R gives', () => {
    // R 4: pbinom(54, 100, .5, lower.tail = FALSE) = .1841008; pbinom(55, 100, .5) = .8643735.
    expect(binomialTail(55, { total: 100, rate: 0.5 }).atLeast).toBeCloseTo(0.1841008, 6);
    expect(binomialTail(55, { total: 100, rate: 0.5 }).atMost).toBeCloseTo(0.8643735, 6);
    expect(binomialTail(0, { total: 5, rate: 0.2 }).atLeast).toBeCloseTo(1, 12);
  });
});
