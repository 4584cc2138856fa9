import { groupHistories } from './group-histories.js';
import type { PurchaseHistories, PurchaseHistory } from './purchase-histories.js';

/**
 * Calls `visit` for each different pair of count and age with the rows that have it; `recency` of the history is 0 there,
 * since what a customer does while alive does not depend on it.
 */
export function eachPair(
  { repeats, age }: PurchaseHistories,
  visit: (history: PurchaseHistory, rows: Int32Array) => void,
): void {
  const pairs = groupHistories({ repeats, age, recency: new Float64Array(age.length) });
  const starts = new Int32Array(pairs.customers.length + 1);
  for (let pair = 0; pair < pairs.customers.length; pair++) starts[pair + 1] = starts[pair] + pairs.customers[pair];
  const next = starts.slice();
  const rows = new Int32Array(age.length);
  pairs.groupOf.forEach((pair, row) => {
    rows[next[pair]++] = row;
  });
  for (let pair = 0; pair < pairs.customers.length; pair++)
    visit(
      { repeats: pairs.repeats[pair], recency: 0, age: pairs.age[pair] },
      rows.subarray(starts[pair], starts[pair + 1]),
    );
}
