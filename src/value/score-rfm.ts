import type { CustomerTotals } from './customer-totals.js';

/** Fifths, 5 the best: how lately, how often, how much. 0 for customers that never bought. */
export interface RfmScores {
  readonly recency: Uint8Array;
  readonly frequency: Uint8Array;
  readonly monetary: Uint8Array;
  /** Place in {@link rfmSegments} of each customer; -1 for those that never bought. */
  readonly segment: Int8Array;
}

/**
 * Names of customers by recency and by the mean of frequency and money, as they are usual in the trade. Each range is
 * inclusive; the first that holds counts.
 */
export const rfmSegments = [
  {
    name: 'Champions',
    recency: [5, 5],
    worth: [4, 5],
    what: 'bought lately, often and for much: keep them close, ask for referrals',
  },
  { name: 'Loyal', recency: [3, 4], worth: [4, 5], what: 'buy often: offer more, ask what they miss' },
  { name: 'Cannot lose', recency: [1, 1], worth: [4, 5], what: 'were among the best and are long gone: call them' },
  { name: 'At risk', recency: [2, 2], worth: [3, 5], what: 'bought well, not of late: reach out before they are gone' },
  {
    name: 'Potential loyalists',
    recency: [4, 5],
    worth: [2, 3],
    what: 'came lately and more than once or for something: bring them to the next purchase',
  },
  {
    name: 'Need attention',
    recency: [3, 3],
    worth: [2, 3],
    what: 'in the middle of everything: one good reason to come back',
  },
  { name: 'New', recency: [4, 5], worth: [1, 1], what: 'came lately, for little: a good start with you' },
  { name: 'About to sleep', recency: [3, 3], worth: [1, 1], what: 'little, and not of late' },
  { name: 'Hibernating', recency: [1, 2], worth: [2, 3], what: 'long gone: only what costs little' },
  { name: 'Lost', recency: [1, 2], worth: [1, 1], what: 'little, and long ago' },
] as const;

/**
 * Customers by fifths: 1 + the whole part of 5 · (share of the customers that have less). Customers that are alike get the
 * same fifth, so fifths may be uneven: where half of all bought once, these are all in the first, and no tie-breaking sets
 * them apart.
 */
export function scoreRfm({ purchases, net, last }: Pick<CustomerTotals, 'purchases' | 'net' | 'last'>): RfmScores {
  const rows = Int32Array.from(purchases.keys()).filter((c) => purchases[c] > 0);
  const fifths = (values: ArrayLike<number>): Uint8Array => {
    const scores = new Uint8Array(purchases.length);
    const order = Float64Array.from(rows).sort((a, b) => values[a] - values[b]);
    let less = 0;
    order.forEach((c, i) => {
      if (i > 0 && values[c] !== values[order[i - 1]]) less = i;
      scores[c] = 1 + Math.floor((5 * less) / order.length);
    });
    return scores;
  };
  const [recency, frequency, monetary] = [fifths(last), fifths(purchases), fifths(net)];
  const segment = Int8Array.from(recency, (r, c) =>
    r === 0 ? -1 : segmentOf(r, Math.floor((frequency[c] + monetary[c] + 1) / 2)),
  );
  return { recency, frequency, monetary, segment };
}

function segmentOf(recency: number, worth: number): number {
  return rfmSegments.findIndex(
    (segment) =>
      recency >= segment.recency[0] &&
      recency <= segment.recency[1] &&
      worth >= segment.worth[0] &&
      worth <= segment.worth[1],
  );
}
