import type { ValueReport } from '../../value/value-report.js';
import { decayChart } from '../charts/decay-chart.js';
import { formatCount, formatShare, formatShareRange } from '../format-number.js';
import type { PageSection } from '../page/page-view.js';

/** Months of the table; the chart has all. */
const shownMonths = [0, 1, 2, 3, 6, 9, 12, 18, 24];

/** Customers by month of first purchase, and how many of them bought again how many months later. */
export function viewCohorts({ cohorts, retention }: ValueReport): PageSection[] {
  if (cohorts === null || retention === null || cohorts.length < 2) return [];
  const longest = Math.max(...cohorts.map(({ active }) => active.length));
  const months = shownMonths.filter((month) => month < longest);
  const later = retention.filter(({ month }) => month > 0);
  const watched = formatCount(retention[0]?.customers ?? 0);
  const curveChart = (width: number) =>
    decayChart(
      later.map(({ month, customers, ...share }) => ({ at: month, accounts: customers, ...share })),
      {
        width,
        label: `Share of ${watched} customers that bought again, by months since the first purchase, with its 95 % interval: ${formatShare(later[0].estimate)} after one month.`,
        x: 'months since the first purchase; n: customers that could be watched so long',
        y: 'share that bought in that month',
      },
    );
  return [
    {
      id: 'cohorts',
      title: 'Cohorts',
      intro:
        'Customers by the month of their first purchase, and the share of them that bought again in a later month. Months that are not over are left out.',
      ...(later.length < 2
        ? {}
        : {
            chart: {
              chart: curveChart(640),
              narrow: curveChart(352),
              caption: `Share of customers that bought in a month, by months since their first purchase; the band is its 95 % interval (after one month ${formatShareRange(later[0])}).`,
            },
          }),
      tables: [
        {
          caption: 'Share that bought again, by months since the first purchase',
          columns: [
            { head: 'first purchase' },
            { head: 'customers', isNumber: true },
            ...months.slice(1).map((month) => ({ head: `+${month}`, isNumber: true })),
          ],
          rows: cohorts
            .slice(-24)
            .map(({ month, customers, active }) => [
              month,
              formatCount(customers),
              ...months
                .slice(1)
                .map((at) => (at < active.length && customers > 0 ? formatShare(active[at] / customers) : '')),
            ]),
        },
      ],
      items: cohorts.length > 24 ? [`The newest 24 of ${cohorts.length} cohorts; --json has all.`] : [],
    },
  ];
}
