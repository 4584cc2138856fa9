import { describe, expect, it } from 'vitest';
import { partitionShape } from '../../src/learn/partition-shape.js';
import { createRandom } from '../../src/stats/random.js';

const ones = (size: number) => new Float64Array(size).fill(1);
const shape = (values: readonly number[], boundary = 0.1) => ({
  values,
  weights: ones(values.length),
  counts: ones(values.length),
  boundaryCost: new Float64Array(values.length).fill(boundary),
});

describe('partitionShape', () => {
  it('cuts where the shape jumps', () => {
    expect(partitionShape(shape([0, 0, 0, 1, 1, 5]), { maxRuns: 9, minCount: 1 })).toEqual([0, 3, 5]);
  });

  it('cuts only where it gains more than the boundary costs', () => {
    expect(partitionShape(shape([0, 0, 0, 1, 1, 5], 2), { maxRuns: 9, minCount: 1 })).toEqual([0, 5]);
    expect(partitionShape(shape([0, 0, 0, 1, 1, 5], 50), { maxRuns: 9, minCount: 1 })).toEqual([0]);
  });

  it('keeps to the number of runs and the accounts in each', () => {
    expect(partitionShape(shape([0, 0, 0, 1, 1, 5]), { maxRuns: 2, minCount: 1 })).toEqual([0, 5]);
    expect(partitionShape(shape([0, 0, 0, 1, 1, 5]), { maxRuns: 9, minCount: 2 })).toEqual([0, 2, 4]);
  });

  it('finds what trying every partition finds', () => {
    const random = createRandom(7);
    for (let trial = 0; trial < 50; trial++) {
      const size = 2 + random.int(8);
      const cells = {
        values: Float64Array.from({ length: size }, () => random.normal()),
        weights: Float64Array.from({ length: size }, () => random.next()),
        counts: Float64Array.from({ length: size }, () => random.int(4)),
        boundaryCost: Float64Array.from({ length: size }, () => random.next() * 0.2),
      };
      const options = { maxRuns: 4, minCount: 2 };
      expect(cost(cells, partitionShape(cells, options))).toBeCloseTo(bestCost(cells, options), 10);
    }
  });
});

type Cells = Parameters<typeof partitionShape>[0];

function bestCost(cells: Cells, options: { maxRuns: number; minCount: number }): number {
  const size = cells.values.length;
  let best = cost(cells, [0]);
  for (let mask = 1; mask < 2 ** (size - 1); mask++) {
    const starts = [0, ...Array.from({ length: size - 1 }, (_, i) => i + 1).filter((i) => mask & (1 << (i - 1)))];
    const masses = starts.map((start, run) => sum(cells.counts, start, starts[run + 1] ?? size));
    if (starts.length > options.maxRuns || masses.some((mass) => mass < options.minCount)) continue;
    best = Math.min(best, cost(cells, starts));
  }
  return best;
}

function cost(cells: Cells, starts: readonly number[]): number {
  const { values, weights, boundaryCost } = cells;
  let total = 0;
  starts.forEach((start, run) => {
    const end = starts[run + 1] ?? values.length;
    const mass = sum(weights, start, end);
    let mean = 0;
    for (let k = start; k < end; k++) mean += (weights[k] * values[k]) / mass;
    for (let k = start; k < end; k++) total += weights[k] * (values[k] - mean) ** 2;
    if (start > 0) total += boundaryCost[start];
  });
  return total;
}

function sum(values: ArrayLike<number>, start: number, end: number): number {
  let total = 0;
  for (let k = start; k < end; k++) total += values[k];
  return total;
}
