import { describe, expect, it } from 'vitest';
import { closestShape } from '../../src/learn/closest-shape.js';

const closest = (values: number[], shape: Parameters<typeof closestShape>[1], weights = values.map(() => 1)) => [
  ...closestShape({ values: Float64Array.from(values), weights: Float64Array.from(weights) }, shape).shape,
];

describe('closestShape', () => {
  it('pools neighbours that go the wrong way, by weight', () => {
    expect(closest([1, 3, 2, 4], 'increasing')).toEqual([1, 2.5, 2.5, 4]);
    expect(closest([4, 1, 3, 0], 'decreasing')).toEqual([4, 2, 2, 0]);
    expect(closest([3, 0], 'increasing', [1, 2])).toEqual([expect.closeTo(1, 9), expect.closeTo(1, 9)]);
  });

  it('turns once, where that costs least', () => {
    expect(closest([0, 5, 1, 2], 'peak')).toEqual([0, 5, 1.5, 1.5]);
    expect(closest([5, 0, 3, 1], 'valley')).toEqual([5, 0, 2, 2]);
  });

  it('says how far it went', () => {
    const of = { values: Float64Array.of(3, 1), weights: Float64Array.of(1, 1) };
    // Both end at 2.
    expect(closestShape(of, 'increasing').error).toBeCloseTo(2, 9);
    expect(closestShape(of, 'decreasing').error).toBe(0);
  });
});
