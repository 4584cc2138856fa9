import { indexRows, type RowIndex } from '../intake/relate/index-rows.js';

/**
 * What every customer bought, day by day: rows of one customer on one day are one entry. Entries of customer c are
 * `starts[c] … starts[c + 1] - 1`, the earliest first.
 */
export interface PurchaseLog {
  /** Names, each once; every one has at least one entry. */
  readonly customers: readonly string[];
  readonly starts: Int32Array;
  /** Days since 1970-01-01 UTC. */
  readonly days: Int32Array;
  /** What the day came to in minor units, returns taken off. */
  readonly net: Float64Array;
  /** 1 where something was bought that day; 0 where there were only returns. */
  readonly isPurchase: Uint8Array;
  readonly scale: number;
  /** The last day that anything is known of, since 1970-01-01. */
  readonly lastDay: number;
}

export interface PurchaseRows {
  /** Code into `names` for each row; -1: the row does not count. */
  readonly customerOf: Int32Array;
  readonly names: readonly string[];
  /** Moment of each row in ms. */
  readonly at: Float64Array;
  /** Amount of each row in minor units. */
  readonly minor: Float64Array;
  readonly scale: number;
  readonly lastDay: number;
  /** Rows of each customer by time, where they are sorted already: by {@link indexPurchases}, of the rows that count. */
  readonly index?: RowIndex;
}

export const dayMs = 86_400_000;

/**
 * Rows gathered by customer and day. A row of nothing or more is a purchase (what was given away was wanted too), a row
 * below zero a return: it is taken from the value of its day and is no purchase.
 */
export function gatherPurchases(about: PurchaseRows): PurchaseLog {
  const { names, minor, scale, lastDay, index = indexPurchases(about) } = about;
  const [days, net, isPurchase] = [
    new Int32Array(index.rows.length),
    new Float64Array(index.rows.length),
    new Uint8Array(index.rows.length),
  ];
  const kept: string[] = [];
  const starts = new Int32Array(names.length + 1);
  let entries = 0;
  for (let customer = 0; customer < names.length; customer++) {
    const [from, to] = [index.starts[customer], index.starts[customer + 1]];
    if (from === to) continue;
    const first = entries;
    for (let i = from; i < to; i++) {
      const day = Math.floor(index.at[i] / dayMs);
      if (entries === first || days[entries - 1] !== day) {
        days[entries] = day;
        entries++;
      }
      const amount = minor[index.rows[i]];
      net[entries - 1] += amount;
      if (amount >= 0) isPurchase[entries - 1] = 1;
    }
    kept.push(names[customer]);
    starts[kept.length] = entries;
  }
  return {
    customers: kept,
    starts: starts.slice(0, kept.length + 1),
    days: days.slice(0, entries),
    net: net.slice(0, entries),
    isPurchase: isPurchase.slice(0, entries),
    scale,
    lastDay,
  };
}

/** Rows of each customer by time. */
export function indexPurchases({ customerOf, names, at }: Pick<PurchaseRows, 'customerOf' | 'names' | 'at'>): RowIndex {
  const ends = new Float64Array(names.length).fill(Number.POSITIVE_INFINITY);
  return indexRows({ accountOf: customerOf, at, decisions: ends });
}
