import { describe, expect, it } from 'vitest';
import { unimodalShape } from '../../src/learn/unimodal-shape.js';

const closest = (values: number[], weights = values.map(() => 1)) => [
  ...unimodalShape(Float64Array.from(values), Float64Array.from(weights)),
];

describe('unimodalShape', () => {
  it('leaves shapes that turn at most once as they are', () => {
    for (const values of [[1, 2, 3], [3, 1, 0], [1, 5, 2], [5, 1, 4], [2], []]) expect(closest(values)).toEqual(values);
  });

  it('pools what turns a second time, by weight', () => {
    expect(closest([0, 2, 1, 3])).toEqual([0, 1.5, 1.5, 3]);
    const [, a, b] = closest([0, 2, 1, 3], [1, 3, 1, 1]);
    expect([a, b]).toEqual([expect.closeTo(1.75, 9), expect.closeTo(1.75, 9)]);
  });

  it('prefers the direction that costs least', () => {
    // A valley at the second value keeps all but the last step.
    expect(closest([5, 0, 4, 9, 8.8])).toEqual([5, 0, 4, 8.9, 8.9]);
  });
});
