import type { PurchaseDays, PurchaseSummary } from './purchase-histories.js';

interface Options {
  /** Last day of the observation; what came later is not looked at. */
  readonly until: number;
  /** 7: the periods are weeks. */
  readonly daysPerPeriod?: number;
}

/**
 * Each customer's history up to a day: those whose first purchase is later are left out. Amounts of the day of the first
 * purchase count as first; all that comes after, returns too, is divided among the repeat purchases.
 */
export function summarisePurchases(
  { starts, days, net, isPurchase }: PurchaseDays,
  { until, daysPerPeriod = 7 }: Options,
): PurchaseSummary {
  const customers = starts.length - 1;
  const customer = new Int32Array(customers);
  const repeats = new Int32Array(customers);
  const [recency, age] = [new Float64Array(customers), new Float64Array(customers)];
  const [spend, total] = [new Float64Array(customers), new Float64Array(customers)];
  let row = 0;
  for (let c = 0; c < customers; c++) {
    let [first, last, count, all, later] = [Number.NaN, Number.NaN, 0, 0, 0];
    for (let i = starts[c]; i < starts[c + 1] && days[i] <= until; i++) {
      all += net[i];
      if (count > 0) later += net[i];
      if (isPurchase[i] === 0) continue;
      if (count === 0) first = days[i];
      last = days[i];
      count++;
    }
    if (count === 0) continue;
    customer[row] = c;
    repeats[row] = count - 1;
    recency[row] = (last - first) / daysPerPeriod;
    age[row] = (until - first) / daysPerPeriod;
    spend[row] = later / (count - 1 || Number.NaN);
    total[row] = all;
    row++;
  }
  return {
    customer: customer.slice(0, row),
    repeats: repeats.slice(0, row),
    recency: recency.slice(0, row),
    age: age.slice(0, row),
    spend: spend.slice(0, row),
    total: total.slice(0, row),
  };
}

/** What each of some customers of the log did after day `after` and not later than `until`. */
export function laterPurchases(
  { starts, days, net, isPurchase }: PurchaseDays,
  { customer, after, until }: { readonly customer: Int32Array; readonly after: number; readonly until: number },
): { readonly purchases: Int32Array; readonly amount: Float64Array } {
  const purchases = new Int32Array(customer.length);
  const amount = new Float64Array(customer.length);
  customer.forEach((c, row) => {
    for (let i = starts[c]; i < starts[c + 1] && days[i] <= until; i++) {
      if (days[i] <= after) continue;
      purchases[row] += isPurchase[i];
      amount[row] += net[i];
    }
  });
  return { purchases, amount };
}
