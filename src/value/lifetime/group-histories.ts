import type { PurchaseHistories } from './purchase-histories.js';

/** Each different history once, with how many customers have it: the likelihood of all is a sum over these. */
export interface GroupedHistories extends PurchaseHistories {
  readonly customers: Float64Array;
  /** Of each customer the place of the history. */
  readonly groupOf: Int32Array;
}

export function groupHistories(histories: PurchaseHistories): GroupedHistories {
  const { repeats, recency, age } = histories;
  const ages = codesOf(age);
  const recencies = codesOf(recency);
  // Distinct counts stay far below 2^53 / (different ages × different recencies) wherever memory holds the input.
  const width = recencies.distinct * ages.distinct;
  const seen = new Map<number, number>();
  const first: number[] = [];
  const customers: number[] = [];
  const groupOf = repeats.map((count, i) => {
    const key = count * width + recencies.codes[i] * ages.distinct + ages.codes[i];
    let group = seen.get(key);
    if (group === undefined) {
      group = first.length;
      seen.set(key, group);
      first.push(i);
      customers.push(0);
    }
    customers[group]++;
    return group;
  });
  return {
    repeats: Int32Array.from(first, (i) => repeats[i]),
    recency: Float64Array.from(first, (i) => recency[i]),
    age: Float64Array.from(first, (i) => age[i]),
    customers: Float64Array.from(customers),
    groupOf,
  };
}

function codesOf(values: Float64Array): { codes: Int32Array; distinct: number } {
  const known = new Map<number, number>();
  const codes = Int32Array.from(values, (value) => {
    const code = known.get(value) ?? known.size;
    if (code === known.size) known.set(value, code);
    return code;
  });
  return { codes, distinct: known.size };
}
