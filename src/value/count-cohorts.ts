import type { Interval } from '../model/estimate.js';
import { wilsonInterval } from '../stats/wilson-interval.js';
import { dayMs, type PurchaseLog } from './purchase-log.js';

/** Customers who first bought in one month, and how many of them bought in each month after it. */
export interface Cohort {
  /** `2024-03` */
  readonly month: string;
  readonly customers: number;
  /** Customers who bought in the k-th month after the first; place 0 is the first itself. Months that are not over are left out. */
  readonly active: readonly number[];
  /** Minor units that the cohort came to in each of these months. */
  readonly net: readonly number[];
}

export interface Cohorts {
  readonly cohorts: readonly Cohort[];
  /** Over all cohorts that could be watched so long: share that bought in the k-th month after their first. */
  readonly retention: readonly (Interval & { readonly month: number; readonly customers: number })[];
}

/** Cohorts by month of first purchase. Months of the calendar (UTC), so that a report agrees with the books. */
export function countCohorts({ starts, days, net, isPurchase, lastDay }: PurchaseLog): Cohorts {
  const monthOf = monthsBetween(days, lastDay);
  const lastWhole = monthOf(lastDay + 1) - 1;
  const rows = new Map<number, { customers: number; active: number[]; net: number[] }>();
  for (let c = 0; c + 1 < starts.length; c++) {
    let first = -1;
    let counted = -1;
    for (let i = starts[c]; i < starts[c + 1]; i++) {
      if (first < 0 && isPurchase[i] === 0) continue;
      const month = monthOf(days[i]);
      if (first < 0) first = month;
      const cohort = cohortOf(rows, first);
      if (counted < 0) cohort.customers++;
      if (month > lastWhole && month !== first) break;
      cohort.net[month - first] = (cohort.net[month - first] ?? 0) + net[i];
      if (isPurchase[i] === 1 && month !== counted) {
        cohort.active[month - first] = (cohort.active[month - first] ?? 0) + 1;
        counted = month;
      }
    }
  }
  const cohorts = [...rows.entries()]
    .sort(([a], [b]) => a - b)
    .map(([first, { customers, active, net: sums }]): Cohort => {
      const length = Math.max(1, lastWhole - first + 1);
      return { month: monthName(first), customers, active: filled(active, length), net: filled(sums, length) };
    });
  const longest = Math.max(0, ...cohorts.map(({ active }) => active.length));
  const retention = Array.from({ length: longest }, (_, month) => {
    const watched = cohorts.filter(({ active }) => active.length > month);
    const customers = watched.reduce((sum, cohort) => sum + cohort.customers, 0);
    const active = watched.reduce((sum, cohort) => sum + cohort.active[month], 0);
    return { month, customers, ...wilsonInterval(active, customers) };
  });
  return { cohorts, retention };
}

function cohortOf(rows: Map<number, { customers: number; active: number[]; net: number[] }>, first: number) {
  const known = rows.get(first) ?? { customers: 0, active: [], net: [] };
  rows.set(first, known);
  return known;
}

function filled(values: readonly number[], length: number): number[] {
  return Array.from({ length }, (_, i) => values[i] ?? 0);
}

/** Months since the year 0 of a day, looked up: a calendar for each of millions of days would be slow. */
function monthsBetween(days: Int32Array, lastDay: number): (day: number) => number {
  let least = lastDay;
  let most = lastDay + 1;
  for (const day of days) {
    if (day < least) least = day;
    if (day > most) most = day;
  }
  const months = Int32Array.from({ length: most - least + 1 }, (_, i) => {
    const date = new Date((least + i) * dayMs);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  });
  return (day) => months[day - least];
}

function monthName(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}
