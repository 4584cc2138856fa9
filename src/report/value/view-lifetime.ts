import type { LifetimeReport } from '../../value/lifetime-report.js';
import type { ValueReport } from '../../value/value-report.js';
import { decayChart } from '../charts/decay-chart.js';
import { formatCount, formatDecimal, formatShare } from '../format-number.js';
import type { PageSection } from '../page/page-view.js';
import { formatMoney, formatMoneyInterval } from './format-money.js';

const titles: Readonly<Record<LifetimeReport['basis'], string>> = {
  model: 'Lifetime value from here on',
  observed: 'What was observed so far, carried on',
  none: 'Lifetime value: too little was watched',
};

/**
 * Lifetime value from here on: the model, why it, what it expects, and how it did on what it had not seen. Where there is no
 * model the headings say that nothing is forecast.
 */
export function viewLifetime({ lifetime, currency, kind }: ValueReport): PageSection[] {
  if (lifetime === null) return [];
  const {
    basis,
    soFar,
    method,
    reasons,
    refused,
    parameters,
    horizonMonths,
    discountRate,
    total,
    customers,
    watched,
    check,
    heldOut,
    curve,
    notes,
  } = lifetime;
  const format = formatMoney(currency);
  const rows =
    total === null
      ? soFar === null || customers === 0
        ? []
        : [[`of ${formatCount(customers)} accounts`, format(soFar)]]
      : [
          ...(soFar === null ? [] : [[`of ${formatCount(customers)} accounts`, format(soFar)]]),
          [
            basis === 'model'
              ? `expected of ${formatCount(customers)} accounts`
              : `if ${formatCount(customers)} accounts go on so${Number.isFinite(total.lower) ? '' : ' (no interval)'}`,
            formatMoneyInterval(total, format),
          ],
          ['over', `${formatMonths(horizonMonths)}, discounted by ${formatShare(discountRate)} a year`],
          ['by', method],
          ...Object.entries(parameters).map(([name, value]) => [
            name,
            formatDecimal(value, Number.isInteger(value) ? 0 : value >= 100 ? 1 : 4),
          ]),
        ];
  const percent = kind === 'contracts';
  const all = formatCount(watched);
  const curveChart = (width: number) =>
    decayChart(
      curve.map(({ time, ...share }) => ({ at: time, ...share })),
      {
        width,
        label: `Share of ${all} accounts still under contract, by months, with its 95 % interval.`,
        x: `months since the start; n ${all} accounts`,
        y: 'share still under contract',
      },
    );
  return [
    {
      id: 'lifetime',
      title: titles[basis],
      intro: [...refused, ...reasons].join(' '),
      ...(percent && curve.length > 1
        ? {
            chart: {
              chart: curveChart(640),
              narrow: curveChart(352),
              caption: `Share of all ${all} accounts, those who left too, still under contract by months since the start (Kaplan–Meier); the band is its 95 % interval.`,
            },
          }
        : {}),
      tables: [
        {
          caption: basis === 'model' ? 'Lifetime value' : 'Observed so far',
          columns: [{ head: basis === 'model' ? 'lifetime value' : 'observed so far' }, { head: '' }],
          rows,
        },
        {
          caption: 'On what it had not seen',
          columns: [
            { head: 'held out' },
            { head: 'expected', isNumber: true },
            { head: 'came', isNumber: true },
            { head: 'mean error', isNumber: true },
          ],
          rows:
            heldOut === null
              ? []
              : [
                  [
                    heldOut.what,
                    formatMoney(null)(heldOut.expected),
                    formatMoney(null)(heldOut.came),
                    formatDecimal(heldOut.meanError, 3),
                  ],
                ],
        },
      ],
      items: [...check, ...notes],
    },
  ];
}

function formatMonths(months: number): string {
  return `${Number.isInteger(months) ? months : formatDecimal(months, 1)} months`;
}
