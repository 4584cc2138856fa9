import { differenceText, metricText } from '../../activate/experiment/metric-text.js';
import type { ExperimentPlan } from '../../activate/experiment/plan-experiment.js';
import type { Experiment } from '../../model/experiment.js';
import { formatCount, formatShare } from '../format-number.js';
import type { PageView } from '../page/page-view.js';

/** What an experiment takes. @param options `path`: where `experiment.yaml` is written. */
export function viewPlan(
  experiment: Experiment,
  { plan, path = 'experiment.yaml' }: { plan: ExperimentPlan; path?: string },
): PageView {
  const { outcome, design, reading, guardRails } = experiment;
  const isRate = outcome.is !== undefined;
  const metric = isRate ? `${outcome.column} = ${outcome.is?.join(' or ')}` : outcome.column;
  const weeks = plan.weeks === null ? '' : `, about ${formatCount(plan.weeks)} weeks`;
  return {
    kicker: 'Experiment',
    title: experiment.name,
    verdict: {
      label: 'Plan',
      tone: 'publishable',
      sentence: `${formatCount(plan.accounts)} decided accounts${weeks} show a difference of ${differenceText(design.effect, isRate).slice(1)} in ${metric} with ${formatShare(design.power)} power.`,
    },
    reasons: [
      `Without acting: ${metricText(design.base, isRate)}${design.sd === undefined ? '' : `, standard deviation ${metricText(design.sd, false)}`}. Level ${design.alpha}, two-sided${experiment.arms.length > 2 ? `; each arm against the hold-out at ${Number(plan.alphaEach.toPrecision(3))}` : ''}.`,
      reading === 'any time'
        ? `May be read at any time, as often as you like: that takes ${formatCount(plan.anyTime)} accounts at most, ${formatCount(plan.once)} if it were read once at the end.`
        : `Is read once, at the end: looking before would make the level worth nothing. To look at any time takes ${formatCount(plan.anyTime)} accounts at most.`,
    ],
    cautions: [],
    sections: [
      {
        id: 'arms',
        title: 'Arms',
        tables: [
          {
            caption: 'Arms of the experiment',
            columns: [
              { head: 'arm' },
              { head: 'share', isNumber: true },
              { head: 'accounts', isNumber: true },
              { head: 'what is done' },
            ],
            rows: plan.arms.map(({ name, share, accounts, isHoldout }) => [
              name,
              formatShare(share),
              formatCount(accounts),
              isHoldout ? 'nothing: as without the ICP' : 'act upon the ICP',
            ]),
          },
        ],
        items: [],
      },
      {
        id: 'time',
        title: 'What could be seen when',
        tables: [
          {
            caption: 'The smallest effect that so many weeks show, with the same power',
            columns: [
              { head: 'after' },
              { head: 'accounts', isNumber: true },
              { head: 'smallest effect', isNumber: true },
            ],
            rows: plan.visible.map(({ weeks: after, accounts, effect }) => [
              `${after} weeks`,
              formatCount(accounts),
              Number.isNaN(effect) ? 'none' : differenceText(effect, isRate).slice(1),
            ]),
          },
        ],
        items: [],
      },
      {
        id: 'guards',
        title: 'Guard rails',
        tables: [],
        items: guardRails.map(
          ({ column, is, worse, margin }) =>
            `${column}${is === undefined ? '' : ` = ${is.join(' or ')}`} must not be ${worse} by ${differenceText(margin, is !== undefined).slice(1)} or more.`,
        ),
      },
      {
        id: 'next',
        title: 'Next',
        tables: [],
        items: [`assay experiment assign accounts.csv --experiment ${path} -o assignments.csv`],
      },
    ],
  };
}
