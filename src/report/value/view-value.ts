import type { ValueReport } from '../../value/value-report.js';
import { formatCount, formatShare, formatShareRange } from '../format-number.js';
import type { PageTable, PageView } from '../page/page-view.js';
import { formatExact, formatMoney, formatMoneyInterval } from './format-money.js';
import { viewCohorts } from './view-cohorts.js';
import { viewConcentration } from './view-concentration.js';
import { viewChanges, viewDefinition } from './view-definition.js';
import { viewLifetime } from './view-lifetime.js';
import { viewGroups, viewRfm } from './view-rfm.js';

/** What accounts are worth, ready to be shown: the few that matter first, the reckoning last. */
export function viewValue(report: ValueReport): PageView {
  const { source, accounts, money, currency, lastDay, concentration, warnings, notes, why } = report;
  const exact = money === null ? null : formatExact(money.total, currency);
  const few = concentration?.fewest.find(({ value }) => value === 0.8);
  const sentence = [
    `${formatCount(accounts)} accounts of ${source}`,
    exact === null ? '' : ` came to ${exact}`,
    few === undefined
      ? ''
      : `; ${formatCount(few.accounts)} of them (${formatShare(few.share)}) make 80 % of ${allOf(report)}`,
    lastDay === null ? '.' : `, up to ${lastDay}.`,
  ].join('');
  return {
    kicker: 'Value',
    title: `What accounts are worth: ${source}`,
    verdict: { label: 'Value', sentence, tone: 'description' },
    reasons: [`The rows are ${why}.`],
    cautions: warnings,
    sections: [
      viewMoney(report),
      ...viewDefinition(report),
      viewConcentration(report),
      viewRfm(report),
      viewGroups(report),
      ...viewLifetime(report),
      ...viewCohorts(report),
      viewChanges(report),
      viewReckoning(report),
      { id: 'notes', title: 'Notes', tables: [], items: notes },
    ],
  };
}

/** Shares are of what is above nothing: that is all of it only where nobody is below. */
function allOf({ money, concentration }: ValueReport): string {
  return money === null || money.below === 0
    ? 'it'
    : `what the ${formatCount(concentration?.positive ?? 0)} above nothing came to`;
}

function viewMoney({ money, currency, concentration, accounts }: ValueReport): PageView['sections'][number] {
  const section = { id: 'value', title: 'At a glance', items: [] };
  if (money === null) return { ...section, tables: [] };
  const format = formatMoney(currency);
  const rows = [
    ['all accounts', formatExact(money.total, currency)],
    [`mean of ${formatCount(accounts)}, with its interval`, formatMoneyInterval(money.mean, format)],
    ['median', format(money.median)],
    ...(money.zero > 0 ? [['accounts at nothing', formatCount(money.zero)]] : []),
    ...(money.below > 0 ? [['accounts below nothing', formatCount(money.below)]] : []),
    ...(concentration?.gini
      ? [
          [
            'Gini coefficient (0 all alike, 1 one has all)',
            `${concentration.gini.estimate.toFixed(3)} (${concentration.gini.lower.toFixed(3)}–${concentration.gini.upper.toFixed(3)})`,
          ],
        ]
      : []),
    ...(concentration?.holdings ?? [])
      .filter(({ share }) => share === 0.01 || share === 0.2)
      .map(({ share, ...held }) => [
        `held by the best ${formatShare(share)}`,
        `${formatShare(held.estimate)} (${formatShareRange(held)})`,
      ]),
  ];
  return {
    ...section,
    tables: [{ caption: money.of, columns: [{ head: money.of }, { head: '', isNumber: true }], rows }],
  };
}

function viewReckoning({ reconciliations, currency }: ValueReport): PageView['sections'][number] {
  const tables = reconciliations.map(
    ({ column, rows, total, used, excluded, derived }): PageTable => ({
      caption: column,
      columns: [{ head: column }, { head: 'rows', isNumber: true }, { head: 'sum', isNumber: true }],
      rows: [
        ['in the source', formatCount(rows), formatExact(total, currency)],
        ['used', formatCount(used.rows), formatExact(used.total, currency)],
        ...excluded.map((one) => [`not used: ${one.reason}`, formatCount(one.rows), formatExact(one.total, currency)]),
        ...(derived ? [[`what accounts came to: ${derived.what}`, '', formatExact(derived.total, currency)]] : []),
      ],
      strong: [0],
    }),
  );
  return {
    id: 'reckoning',
    title: 'Where every row and every cent went',
    tables,
    items: [...new Set(reconciliations.map(reckon))],
  };
}

function reckon({ column, isWhole, derived }: ValueReport['reconciliations'][number]): string {
  if (!isWhole) return 'The sums do not agree: please report this.';
  if (derived === undefined) return 'The sum over accounts and what was not used are the sum of the source, exactly.';
  const rows = `Rows of ${column} that were used and not used are the sum of the source, exactly`;
  return derived === null
    ? `${rows}; it is an amount a month, and not added to what accounts came to.`
    : `${rows}. What accounts came to stands in no column: it is ${derived.what}, each product rounded to ${derived.unit}.`;
}
