import type { Interval } from '../../model/estimate.js';
import type { ValueReport } from '../../value/value-report.js';
import { formatCount, formatDecimal, formatShare } from '../format-number.js';
import type { PageSection, PageTable } from '../page/page-view.js';
import { formatMoney } from './format-money.js';

/** The mix: what it is made of, who is best by it, and what each team would say. */
export function viewDefinition({ definition, currency, accounts }: ValueReport): PageSection[] {
  if (definition === null) return [];
  const { components, best, top, teams, pairs, isMoney, value } = definition;
  const format = isMoney ? formatMoney(currency) : (amount: number) => formatDecimal(amount, 3);
  const rule =
    value.atLeast === undefined ? `the best ${formatShare(value.share)}` : `from ${format(value.atLeast)} on`;
  const mix: PageSection = {
    id: 'mix',
    title: value.name ?? 'What value is made of',
    intro: `Best are ${formatCount(best.accounts)} of ${formatCount(accounts)} accounts (${rule}): those from ${format(best.from)} on.`,
    tables: [
      {
        caption: 'Components',
        columns: [
          { head: 'component' },
          { head: 'weight', isNumber: true },
          { head: 'normalised' },
          { head: 'sum', isNumber: true },
          { head: 'accounts', isNumber: true },
          { head: 'of the differences', isNumber: true },
        ],
        rows: components.map((row) => [
          `${row.sign < 0 ? '− ' : ''}${row.name}: ${row.what}`,
          formatDecimal(row.weight, 2),
          row.normalise,
          formatMoney(null)(row.total),
          formatCount(row.accounts),
          formatShare(row.share),
        ]),
      },
      {
        caption: 'The best by the whole mix',
        columns: [
          { head: 'account' },
          { head: 'value', isNumber: true },
          ...(isMoney ? [{ head: 'of all', isNumber: true }] : []),
        ],
        rows: top.map(({ account, value: amount, share }) => [
          account,
          format(amount),
          ...(isMoney ? [formatShare(share)] : []),
        ]),
      },
    ],
    items: [
      '“Of the differences”: how much of what sets accounts apart comes from the component; all sum to 100 %, and one below zero works against the others.',
    ],
  };
  return teams.length === 0
    ? [mix]
    : [mix, { id: 'teams', title: 'What each team calls best', tables: teamTables(teams, pairs), items: [] }];
}

function teamTables(
  teams: NonNullable<ValueReport['definition']>['teams'],
  pairs: NonNullable<ValueReport['definition']>['pairs'],
): PageTable[] {
  return [
    {
      caption: 'Teams',
      columns: [{ head: 'team' }, { head: 'weighs' }, { head: 'its best five' }],
      rows: teams.map(({ name, weights, top }) => [
        name,
        Object.entries(weights)
          .map(([component, weight]) => (weight === 1 ? component : `${component} × ${formatDecimal(weight, 2)}`))
          .join(', '),
        top.join(', '),
      ]),
    },
    {
      caption: 'Agreement',
      columns: [
        { head: 'between' },
        { head: 'rank correlation (95 %)', isNumber: true },
        { head: 'Kendall’s tau (95 %)', isNumber: true },
        { head: 'best by both', isNumber: true },
        { head: 'of either', isNumber: true },
      ],
      rows: pairs.map(({ a, b, spearman, kendall, both, overlap }) => [
        `${a} and ${b}`,
        ranged(spearman),
        kendall === null ? '' : ranged(kendall),
        formatCount(both),
        formatShare(overlap),
      ]),
    },
  ];
}

/** What appears and what vanishes from the profile with another mix. */
export function viewChanges({ changes }: ValueReport): PageSection {
  return {
    id: 'changes',
    title: 'How the profile changes with the mix',
    tables: changes.map(({ from, to, appear, vanish, stay, verdictTo, verdictFrom }) => ({
      caption: `By ${to} instead of ${from}`,
      columns: [{ head: `by ${to} instead of ${from}` }, { head: '' }],
      rows: [
        [`verdict: ${verdictTo}`, verdictTo === verdictFrom ? 'as before' : `was ${verdictFrom}`],
        ...appear.map((trait) => [trait, 'appears']),
        ...vanish.map((trait) => [trait, 'vanishes']),
        ...stay.map((trait) => [trait, 'stays']),
      ],
    })),
    items: changes
      .filter(({ turned }) => turned.length > 0)
      .map(({ to, turned }) => `By ${to} these attributes count at other values: ${turned.join(', ')}.`),
  };
}

function ranged({ estimate, lower, upper }: Interval): string {
  return `${formatDecimal(estimate, 2)} (${formatDecimal(lower, 2)} to ${formatDecimal(upper, 2)})`;
}
