import { createRandom } from '../../stats/random.js';
import type { PurchaseHistories } from './purchase-histories.js';

/** The histories at the rows given. */
export function historiesAt(histories: PurchaseHistories, rows: ArrayLike<number>): PurchaseHistories {
  return {
    repeats: Int32Array.from(rows, (row) => histories.repeats[row]),
    recency: Float64Array.from(rows, (row) => histories.recency[row]),
    age: Float64Array.from(rows, (row) => histories.age[row]),
  };
}

/** At most `most` histories: all, or a sample without replacement that the seed decides. */
export function takeHistories(
  histories: PurchaseHistories,
  { most, seed }: { readonly most: number; readonly seed: number },
): PurchaseHistories {
  const customers = histories.repeats.length;
  return customers <= most ? histories : historiesAt(histories, sampleRows(customers, { most, seed }));
}

/** `most` of the rows 0 … rows − 1, ascending. */
export function sampleRows(rows: number, { most, seed }: { readonly most: number; readonly seed: number }): Int32Array {
  const random = createRandom(seed);
  const taken = new Int32Array(Math.min(most, rows));
  let place = 0;
  for (let row = 0; row < rows && place < taken.length; row++)
    if (random.next() * (rows - row) < taken.length - place) taken[place++] = row;
  return taken.subarray(0, place);
}
