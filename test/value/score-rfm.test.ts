import { describe, expect, it } from 'vitest';
import { rfmSegments, scoreRfm } from '../../src/value/score-rfm.js';

const named = (segment: Int8Array) => Array.from(segment, (place) => rfmSegments[place]?.name ?? null);

describe('scoreRfm', () => {
  it('gives fifths of the order, 5 the best', () => {
    const ten = Int32Array.from({ length: 10 }, (_, i) => i + 1);
    const { recency, frequency, monetary, segment } = scoreRfm({
      purchases: ten,
      net: Float64Array.from(ten),
      last: ten,
    });
    expect([...recency]).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect(frequency).toEqual(recency);
    expect(monetary).toEqual(recency);
    expect(named(segment).slice(0, 2)).toEqual(['Lost', 'Lost']);
    expect(named(segment).slice(8)).toEqual(['Champions', 'Champions']);
  });

  it('gives those that are alike one fifth: that of the end that is further from the middle', () => {
    const purchases = Int32Array.of(1, 1, 1, 1, 1, 1, 2, 3, 9, 9);
    const { frequency } = scoreRfm({ purchases, net: new Float64Array(10), last: new Int32Array(10) });
    expect([...frequency]).toEqual([1, 1, 1, 1, 1, 1, 4, 4, 5, 5]);
  });

  it('puts all in the middle where all are alike, and leaves out who never bought', () => {
    const { recency, segment } = scoreRfm({
      purchases: Int32Array.of(2, 2, 0),
      net: Float64Array.of(5, 5, -5),
      last: Int32Array.of(9, 9, -1),
    });
    expect([...recency]).toEqual([3, 3, 0]);
    expect(named(segment)).toEqual(['Need attention', 'Need attention', null]);
  });

  it('has a segment for every pair of scores', () => {
    for (let recency = 1; recency <= 5; recency++)
      for (let worth = 1; worth <= 5; worth++) {
        const found = rfmSegments.filter(
          ({ recency: r, worth: w }) => recency >= r[0] && recency <= r[1] && worth >= w[0] && worth <= w[1],
        );
        expect(found.length, `${recency} ${worth}`).toBeGreaterThan(0);
      }
  });
});
