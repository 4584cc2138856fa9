import { tiers } from '../model/scorecard.js';
import type { AlignmentReport } from '../validate/alignment/alignment-report.js';
import { kpiDifference, kpiInterval } from '../validate/alignment/kpi-text.js';
import { formatCount, formatDecimal, formatQ, formatShare } from './format-number.js';
import type { PageSection, PageView } from './page/page-view.js';

/** How business goes inside and outside the ICP. */
export function viewAlignment(report: AlignmentReport, { name }: { name: string }): PageView {
  const { sentence, reasons, failing, kpis } = report;
  const isWorse = kpis.some(({ isBetter }) => isBetter === false);
  const isAlarm = failing?.isAlarm === true;
  return {
    kicker: 'KPIs',
    title: `Inside and outside: ${name}`,
    verdict: {
      label: isAlarm ? 'Alarm' : isWorse ? 'Look at it' : 'KPIs by tier',
      tone: isAlarm ? 'refused' : isWorse ? 'ranked' : 'publishable',
      sentence,
    },
    reasons,
    cautions: [],
    sections: [table(report), pipeline(report), failures(report), sources(report)],
  };
}

function table({ kpis, split }: AlignmentReport): PageSection {
  return {
    id: 'kpis',
    title: 'KPIs by tier',
    intro: split,
    tables: [
      {
        caption: 'KPIs by tier of fit, with 95\u00a0% intervals; groups under 11 accounts are not shown',
        columns: [
          { head: '' },
          { head: 'tier' },
          { head: 'accounts', isNumber: true },
          { head: 'came to', isNumber: true },
          { head: 'ideal against the rest', isNumber: true },
        ],
        rows: kpis.flatMap(({ name, kind, byTier, difference }) =>
          byTier.map(({ tier, accounts, value }) => [
            name,
            tier,
            formatCount(accounts),
            kpiInterval(value, kind),
            tier === 'ideal' && difference !== null ? kpiDifference(difference, kind) : '',
          ]),
        ),
      },
    ],
    items: [],
  };
}

function pipeline({ pipeline: open }: AlignmentReport): PageSection {
  const about = { id: 'pipeline', title: 'Pipeline', items: [] };
  if (open === null) return { ...about, tables: [] };
  const all = tiers.reduce((sum, tier) => sum + open[tier].accounts, 0);
  const amount = tiers.reduce((sum, tier) => sum + open[tier].amount, 0);
  return {
    ...about,
    tables: [
      {
        caption: 'Open accounts by tier',
        columns: [
          { head: 'tier' },
          { head: 'open', isNumber: true },
          { head: 'share', isNumber: true },
          { head: 'amount', isNumber: true },
          { head: 'share', isNumber: true },
        ],
        rows: tiers.map((tier) => [
          tier,
          formatCount(open[tier].accounts),
          formatShare(open[tier].accounts / all),
          amount > 0 ? formatCount(open[tier].amount) : '–',
          amount > 0 ? formatShare(open[tier].amount / amount) : '–',
        ]),
      },
    ],
  };
}

function failures({ failing }: AlignmentReport): PageSection {
  return {
    id: 'failing',
    title: 'Do perfect matches fail?',
    tables: [
      {
        caption: 'Ideal accounts: what the profile expected, and what came',
        columns: [
          { head: 'ideal accounts' },
          { head: 'accounts', isNumber: true },
          { head: 'expected', isNumber: true },
          { head: 'came', isNumber: true },
          { head: 'p', isNumber: true },
        ],
        rows: (failing?.parts ?? []).map(({ name, accounts, expected, positives, p }) => [
          name,
          formatCount(accounts),
          formatDecimal(expected, 1),
          formatCount(positives),
          formatQ(p),
        ]),
      },
    ],
    items: [],
  };
}

function sources({ read }: AlignmentReport): PageSection {
  return {
    id: 'sources',
    title: 'Read from',
    tables: [],
    items: read.map(({ kpi, from }) => `${kpi}: ${from}`),
  };
}
