import type { ValueReport } from '../../value/value-report.js';
import { lorenzChart } from '../charts/lorenz-chart.js';
import { formatCount, formatShare, formatShareRange } from '../format-number.js';
import type { PageSection } from '../page/page-view.js';
import { formatMoney } from './format-money.js';

/** Which share of accounts makes which share of value, and the few that matter by name. */
export function viewConcentration({ concentration, currency, money }: ValueReport): PageSection {
  const section = { id: 'pareto', title: 'Who makes the value', items: [], tables: [] };
  if (concentration === null || concentration.gini === null) return section;
  const { holdings, fewest, best, top1, top5, herfindahl, effective, accounts, gini, curve } = concentration;
  const format = formatMoney(currency);
  const range = `${gini.estimate.toFixed(3)}, 95 % interval ${gini.lower.toFixed(3)}–${gini.upper.toFixed(3)}`;
  const label = `Share of value by share of ${formatCount(accounts)} accounts, the best first; the best fifth holds ${formatShare(holdings.find(({ share }) => share === 0.2)?.estimate ?? Number.NaN)}; Gini ${range}.`;
  return {
    ...section,
    chart: {
      chart: lorenzChart(curve, { label }),
      narrow: lorenzChart(curve, { label, width: 352 }),
      caption: `Share of all value that the best share of the ${formatCount(accounts)} accounts holds. On the dashed line all would be alike. Gini ${range}.`,
    },
    tables: [
      {
        caption: 'Held by the best',
        columns: [
          { head: 'the best' },
          { head: 'accounts', isNumber: true },
          { head: 'hold of all value', isNumber: true },
          { head: '95 % interval' },
        ],
        rows: holdings.map(({ share, ...held }) => [
          formatShare(share),
          formatCount(Math.max(1, Math.round(share * accounts))),
          formatShare(held.estimate),
          formatShareRange(held),
        ]),
      },
      {
        caption: 'The fewest accounts that hold so much',
        columns: [
          { head: 'of all value' },
          { head: 'fewest accounts', isNumber: true },
          { head: 'share of accounts', isNumber: true },
        ],
        rows: fewest.map((one) => [formatShare(one.value), formatCount(one.accounts), formatShare(one.share)]),
      },
      {
        caption: 'The few that matter',
        columns: [{ head: 'account' }, { head: 'value', isNumber: true }, { head: 'of all', isNumber: true }],
        rows: best.map(({ account, value, share }) => [account, format(value), formatShare(share)]),
      },
    ],
    items: [
      ...(money !== null && money.below > 0
        ? [
            `${formatCount(money.below)} ${money.below === 1 ? 'account below nothing counts' : 'accounts below nothing count'} as nothing in these shares: “all value” here is what the others came to.`,
          ]
        : []),
      `The best account makes ${formatShare(top1)} of all value, the best five ${formatShare(top5)}. Value is spread as over ${effective >= 100 ? formatCount(effective) : effective.toFixed(1)} equal accounts (Herfindahl index ${herfindahl < 0.001 ? herfindahl.toExponential(1) : herfindahl.toFixed(3)}).`,
    ],
  };
}
