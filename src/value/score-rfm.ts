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
 * Customers by fifths of their order. Customers that are alike get the same fifth, so fifths may be uneven: where they
 * would spread over several, they get that of their lower or their upper end, whichever is further from the middle. Where
 * half of all bought once, these are all in the first; where a third bought on the last day, these are all in the fifth.
 */
export function scoreRfm({ purchases, net, last }: Pick<CustomerTotals, 'purchases' | 'net' | 'last'>): RfmScores {
  const rows = Int32Array.from(purchases.keys()).filter((c) => purchases[c] > 0);
  const fifths = (values: ArrayLike<number>): Uint8Array => {
    const scores = new Uint8Array(purchases.length);
    const sorted = Float64Array.from(rows, (row) => values[row]).sort();
    // Each different value once, in order; customers that are alike are looked up.
    const [starts, fifthsOf]: number[][] = [[], []];
    for (let first = 0; first < sorted.length; ) {
      let end = first + 1;
      while (end < sorted.length && sorted[end] === sorted[first]) end++;
      starts.push(sorted[first]);
      fifthsOf.push(fifthOf(first / sorted.length, end / sorted.length));
      first = end;
    }
    const places = Float64Array.from(starts);
    for (const row of rows) scores[row] = fifthsOf[placeIn(places, values[row])];
    return scores;
  };
  const [recency, frequency, monetary] = [fifths(last), fifths(purchases), fifths(net)];
  const segment = Int8Array.from(recency, (r, c) =>
    r === 0 ? -1 : segmentOf(r, Math.floor((frequency[c] + monetary[c] + 1) / 2)),
  );
  return { recency, frequency, monetary, segment };
}

/** @param less share of the customers that have less. @param upTo the same with those that are alike. */
function fifthOf(less: number, upTo: number): number {
  const low = 1 + Math.floor(5 * less + 1e-9);
  const high = Math.ceil(5 * upTo - 1e-9);
  if (low >= high || 3 - low > high - 3) return Math.min(low, 5);
  return high - 3 > 3 - low ? high : 3;
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

/** Where a value stands among different ones in order. */
function placeIn(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
