import type { PurchaseLog } from './purchase-log.js';

/** Each customer in numbers, at the end of a day. Customers that bought nothing by then have `purchases` 0. */
export interface CustomerTotals {
  /** Days on which something was bought. */
  readonly purchases: Int32Array;
  /** Minor units, returns taken off. */
  readonly net: Float64Array;
  /** Days since 1970-01-01 of the first and the last purchase; -1 where there is none. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Minor units of the days of purchase after the first, and how many of them came to more than nothing. */
  readonly repeatNet: Float64Array;
  readonly repeatPaid: Int32Array;
}

/** @param until only days up to and with this one count; all where absent. */
export function customerTotals(log: PurchaseLog, until: number = log.lastDay): CustomerTotals {
  const count = log.customers.length;
  const totals = {
    purchases: new Int32Array(count),
    net: new Float64Array(count),
    first: new Int32Array(count).fill(-1),
    last: new Int32Array(count).fill(-1),
    repeatNet: new Float64Array(count),
    repeatPaid: new Int32Array(count),
  };
  for (let c = 0; c < count; c++) {
    for (let i = log.starts[c]; i < log.starts[c + 1] && log.days[i] <= until; i++) {
      totals.net[c] += log.net[i];
      if (log.isPurchase[i] === 0) continue;
      totals.purchases[c]++;
      totals.last[c] = log.days[i];
      if (totals.first[c] < 0) totals.first[c] = log.days[i];
      else if (log.net[i] > 0) {
        totals.repeatNet[c] += log.net[i];
        totals.repeatPaid[c]++;
      }
    }
  }
  return totals;
}
