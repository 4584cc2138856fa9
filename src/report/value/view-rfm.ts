import type { ValueReport } from '../../value/value-report.js';
import type { ChartSize } from '../charts/interval-chart.js';
import { meansChart } from '../charts/means-chart.js';
import { formatCount, formatShare } from '../format-number.js';
import type { PageSection } from '../page/page-view.js';
import { formatMoney, formatMoneyInterval } from './format-money.js';

/** Customers by how lately, how often and for how much they bought. */
export function viewRfm({ rfm, currency, money }: ValueReport): PageSection {
  const section = { id: 'rfm', title: 'Recency, frequency, money', items: [], tables: [] };
  if (rfm === null || rfm.length === 0) return section;
  const format = formatMoney(currency);
  const chartOf = (size: ChartSize) =>
    meansChart(
      rfm.map(({ name, mean, customers }) => ({ name, mean, accounts: customers })),
      {
        size,
        label: `Mean value of a customer by segment with its 95 % interval: ${rfm.map(({ name, mean }) => `${name} ${format(mean.estimate)}`).join(', ')}.`,
        reference: money?.mean.estimate ?? 0,
        axis: `mean value of a customer${currency === null ? '' : ` (${currency})`}; the line is that of all`,
      },
    );
  return {
    ...section,
    intro:
      'Fifths of how lately, how often and for how much customers bought; 5 is the best. Customers that are alike get the same fifth.',
    chart: {
      chart: chartOf('wide'),
      narrow: chartOf('narrow'),
      caption:
        'Mean value of a customer by segment, with its 95 % interval and the number of customers; the line is the mean of all.',
    },
    tables: [
      {
        caption: 'Segments',
        columns: [
          { head: 'segment' },
          { head: 'customers', isNumber: true },
          { head: 'share', isNumber: true },
          { head: 'of all value', isNumber: true },
          { head: 'a customer (95 %)', isNumber: true },
        ],
        rows: rfm.map(({ name, customers, share, valueShare, mean }) => [
          name,
          formatCount(customers),
          formatShare(share),
          formatShare(valueShare),
          formatMoneyInterval(mean, format),
        ]),
      },
    ],
    items: rfm.map(({ name, what }) => `${name}: ${what}.`),
  };
}

/** Accounts by the values of attributes that were asked for. */
export function viewGroups({ groups, currency }: ValueReport): PageSection {
  const section = { id: 'groups', title: 'By attribute', items: [] };
  const format = formatMoney(currency);
  const attributes = [...new Set(groups.map(({ attribute }) => attribute))];
  return {
    ...section,
    tables: attributes.map((attribute) => ({
      caption: attribute,
      columns: [
        { head: attribute },
        { head: 'accounts', isNumber: true },
        { head: 'of all value', isNumber: true },
        { head: 'an account (95 %)', isNumber: true },
        { head: 'largest one', isNumber: true },
      ],
      rows: groups
        .filter((row) => row.attribute === attribute)
        .map(({ group, accounts, valueShare, mean, top1 }) => [
          group,
          formatCount(accounts),
          formatShare(valueShare),
          formatMoneyInterval(mean, format),
          formatShare(top1),
        ]),
    })),
  };
}
