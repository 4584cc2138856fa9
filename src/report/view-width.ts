import { formatTrait } from '../model/trait-text.js';
import type { WidthVerdict } from '../validate/width/judge-width.js';
import type { MarketPart, MarketSize } from '../validate/width/size-market.js';
import type { WidthMeasure } from '../validate/width/width-measure.js';
import type { WidthReport } from '../validate/width/width-report.js';
import { widthText } from '../validate/width/width-text.js';
import { widthChart } from './charts/width-chart.js';
import { formatCount, formatShare } from './format-number.js';
import type { PageSection, PageTable, PageView } from './page/page-view.js';
import type { Standing } from './profile-view.js';

const tones: Readonly<Record<WidthVerdict, Standing>> = {
  'about right': 'publishable',
  'too narrow': 'ranked',
  'too broad': 'ranked',
  'cannot tell': 'description',
};

/** How wide an ICP is and should be. */
export function viewWidth(report: WidthReport, { name }: { name: string }): PageView {
  const { sentence, reasons, verdict } = report;
  const [label, said] = [sentence.slice(0, sentence.indexOf(':')), sentence.slice(sentence.indexOf(':') + 2)];
  return {
    kicker: 'Width',
    title: `How wide should it be? ${name}`,
    verdict: { label, sentence: `${said[0].toUpperCase()}${said.slice(1)}`, tone: tones[verdict] },
    reasons,
    cautions: [],
    sections: [curve(report), edges(report), variants(report), oceans(report), market(report)],
  };
}

function curve(report: WidthReport): PageSection {
  const { current, recommended, breakEven, isRate, everybody } = report;
  const say = widthText(isRate);
  const hasNet = report.curve.some(({ net }) => net !== null);
  const mark = (text: string, at: WidthMeasure & { coverage: number }) => ({
    name: text,
    coverage: at.coverage,
    mean: at.mean,
  });
  const from =
    breakEven.from === 'cost'
      ? `An account pays for its work from ${say.mean(breakEven.value)} up.`
      : `What working an account costs was not said (--cost): accounts are held against the average of all, ${say.mean(breakEven.value)}.`;
  return {
    id: 'curve',
    title: 'Coverage, precision and value',
    intro: `${report.split} ${from}`,
    chart: {
      chart: widthChart(report.curve, {
        marks: [mark('ICP', current), mark('recommended', recommended)],
        breakEven: breakEven.value,
        isRate,
        label: `Of the best-scored ${report.curve.map((one) => `${say.share(one.coverage)}: ${say.mean(one.mean.estimate)}`).join(', ')}.`,
      }),
      caption: `The further down the score, the more accounts and the less each returns. Dashed: what an account must return. The band is the 95\u00a0% interval; all ${formatCount(everybody.accounts)} accounts were kept out of learning.`,
    },
    tables: [
      {
        caption: 'The best-scored accounts, cut at different widths',
        columns: [
          { head: 'best-scored' },
          { head: 'accounts', isNumber: true },
          { head: isRate ? 'rate' : 'mean', isNumber: true },
          { head: isRate ? 'of all wins' : 'of all value', isNumber: true },
          { head: 'the last of them', isNumber: true },
          ...(hasNet ? [{ head: 'net', isNumber: true }] : []),
        ],
        rows: report.curve.map(({ coverage, accounts, mean, reach, band, net }) => [
          say.share(coverage),
          formatCount(accounts),
          say.interval(mean),
          formatShare(reach),
          say.interval(band.mean),
          ...(hasNet ? [net === null ? '–' : formatCount(net)] : []),
        ]),
      },
    ],
    items: [],
  };
}

function edges({ judgement, current, isRate, breakEven }: WidthReport): PageSection {
  const say = widthText(isRate);
  const p = (value: number) => (value < 0.001 ? '< .001' : value >= 0.995 ? '1' : value.toFixed(3).slice(1));
  const least = breakEven.from === 'cost' ? 'break-even' : 'the ICP';
  return {
    id: 'edges',
    title: 'At the edges',
    tables: [
      {
        caption: 'What stands just outside the ICP, and its last accounts inside',
        columns: [
          { head: '' },
          { head: 'accounts', isNumber: true },
          { head: isRate ? 'rate' : 'mean', isNumber: true },
          { head: 'question' },
          { head: 'p', isNumber: true },
        ],
        rows: [
          ['the ICP', formatCount(current.accounts), say.interval(current.mean), '', ''],
          ...judgement.outside.map((band) => [
            'the next outside',
            formatCount(band.accounts),
            say.interval(band.mean),
            `more than ${least}?`,
            p(band.p),
          ]),
          ...judgement.inside.map((band) => [
            `the last ${say.share(band.accounts / current.accounts)} inside`,
            formatCount(band.accounts),
            say.interval(band.mean),
            `less than ${breakEven.from === 'cost' ? 'break-even' : 'the average'}?`,
            p(band.p),
          ]),
        ],
        strong: [0],
      },
    ],
    items: [],
  };
}

function variants({ variants: varied, isRate, breakEven }: WidthReport): PageSection {
  const say = widthText(isRate);
  const even = `${say.mean(breakEven.value)} ${breakEven.from === 'cost' ? 'that pay for the work' : 'of the average account'}`;
  const short = ({ accounts, mean }: WidthMeasure) =>
    accounts === 0 ? '–' : `${formatCount(accounts)} of ${say.mean(mean.estimate)}`;
  return {
    id: 'criteria',
    title: 'Each criterion looser, tighter, or left out',
    ...(varied.length === 0
      ? {}
      : {
          intro: `Better: what comes in surely returns more, or what falls out less, than the ${even}. Worse: the other way round.`,
        }),
    tables: [
      {
        caption: 'The ICP with one criterion changed, at the same cut',
        columns: [
          { head: 'change' },
          { head: 'of accounts', isNumber: true },
          { head: isRate ? 'rate' : 'mean', isNumber: true },
          { head: 'come in', isNumber: true },
          { head: 'fall out', isNumber: true },
          { head: 'effect' },
        ],
        mostInTerminal: 12,
        // What is sure stands first.
        rows: [
          ...varied.filter(({ effect }) => effect !== 'cannot tell'),
          ...varied.filter(({ effect }) => effect === 'cannot tell'),
        ].map(({ text, coverage, inside, added, lost, effect }) => [
          text,
          say.share(coverage),
          say.mean(inside.mean.estimate),
          short(added),
          short(lost),
          effect,
        ]),
      },
    ],
    items: [],
  };
}

function oceans({ blueOceans, isRate, breakEven }: WidthReport): PageSection {
  const say = widthText(isRate);
  return {
    id: 'oceans',
    title: 'Blue oceans: groups outside that do well',
    ...(blueOceans.length === 0
      ? { intro: 'No group outside the ICP was found that holds on accounts that the search had not seen.' }
      : {}),
    tables: [
      {
        caption: 'Groups outside the ICP, on accounts that the search had not seen',
        columns: [
          { head: 'group' },
          { head: 'accounts', isNumber: true },
          { head: isRate ? 'rate' : 'mean', isNumber: true },
          { head: 'against the ICP', isNumber: true },
          { head: '' },
        ],
        rows: blueOceans.map(({ traits, heldOut, difference, standing }) => [
          traits.map(formatTrait).join(' and '),
          formatCount(heldOut.accounts),
          say.interval(heldOut.mean),
          say.difference(difference),
          standing === 'beats break-even' && breakEven.from === 'average' ? 'beats the average' : standing,
        ]),
      },
    ],
    items: [],
  };
}

function market({ market: size, isRate }: WidthReport): PageSection {
  const about = { id: 'market', title: 'The market' };
  if (size === null) return { ...about, tables: [], items: [] };
  return {
    ...about,
    intro:
      'What the accounts of the universe may come to, were they to do as the accounts of their tier did. Nobody has tried them all: accounts that were worked are not drawn by chance.',
    tables: [marketTable(size, isRate)],
    items: [],
  };
}

function marketTable({ tam, sam, som, byTier }: MarketSize, isRate: boolean): PageTable {
  const hasValue = isRate && tam.value !== null;
  const row = (name: string, part: MarketPart) => [
    name,
    formatCount(part.accounts),
    range(part.wins),
    ...(hasValue ? [part.value === null ? '–' : range(part.value)] : []),
  ];
  return {
    caption: 'Market size',
    columns: [
      { head: '' },
      { head: 'accounts', isNumber: true },
      { head: isRate ? 'expected wins' : 'expected value', isNumber: true },
      ...(hasValue ? [{ head: 'expected value', isNumber: true }] : []),
    ],
    rows: [
      row('TAM: all accounts', tam),
      row('SAM: ideal and stretch', sam),
      row('SOM: within reach', som),
      ...byTier.map((part) => row(`of these ${part.tier}`, part)),
    ],
    strong: [0, 1, 2],
  };
}

function range({ estimate, lower, upper }: MarketPart['wins']): string {
  return Number.isFinite(estimate) ? `${formatCount(estimate)} (${formatCount(lower)}–${formatCount(upper)})` : '–';
}
