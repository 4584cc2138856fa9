import type { ArmComparison } from '../../activate/experiment/compare-arms.js';
import type { ExperimentReading, ReadingVerdict } from '../../activate/experiment/experiment-reading.js';
import { differenceRange, differenceText, metricText } from '../../activate/experiment/metric-text.js';
import type { Experiment } from '../../model/experiment.js';
import { formatCount, formatDecimal } from '../format-number.js';
import type { PageSection, PageTable, PageView } from '../page/page-view.js';
import type { Standing } from '../profile-view.js';

const labels: Readonly<Record<ReadingVerdict, string>> = {
  'caused more': 'It works',
  'caused less': 'It harms',
  'too small to matter': 'It does not matter',
  'cannot tell yet': 'No answer yet',
  refused: 'Refused',
};
const tones: Readonly<Record<ReadingVerdict, Standing>> = {
  'caused more': 'publishable',
  'caused less': 'refused',
  'too small to matter': 'description',
  'cannot tell yet': 'ranked',
  refused: 'refused',
};

/** What an experiment says so far. */
export function viewReading(experiment: Experiment, reading: ExperimentReading): PageView {
  const { verdict, sentence, problems, readings, guardRails } = reading;
  const isRate = experiment.outcome.is !== undefined;
  const [first] = readings.filter((one) => one.sentence === sentence);
  const broken = guardRails.filter(({ state }) => state === 'broken');
  return {
    kicker: 'Experiment',
    title: experiment.name,
    verdict: { label: labels[verdict], tone: tones[verdict], sentence },
    reasons: [...problems, ...readings.filter((one) => one !== first).map((one) => one.sentence)],
    cautions: broken.map((rail) => `${rail.arm}: ${rail.sentence}`),
    sections: [sizes(reading), ...(problems.length > 0 ? [] : findings(reading, isRate))],
  };
}

function sizes({ arms, known, planned }: ExperimentReading): PageSection {
  return {
    id: 'accounts',
    title: 'Accounts',
    intro: `${formatCount(known)} accounts are decided; the plan asks for ${formatCount(planned)}.`,
    tables: [
      {
        caption: 'Accounts by arm',
        columns: [{ head: 'arm' }, { head: 'assigned', isNumber: true }, { head: 'decided', isNumber: true }],
        rows: arms.map((one) => [one.arm, formatCount(one.assigned), formatCount(one.known)]),
      },
    ],
    items: [],
  };
}

function findings(reading: ExperimentReading, isRate: boolean): PageSection[] {
  const { readings, guardRails, byTier, contrasts } = reading;
  const effects = readings.flatMap(({ arm, comparison }) => (comparison === null ? [] : [{ name: arm, comparison }]));
  const hasArms = readings.length > 1;
  const tiers = byTier.map(({ arm, tier, comparison }) => ({ name: hasArms ? `${arm}, ${tier}` : tier, comparison }));
  const rails = guardRails.map(({ arm, sentence }) => (hasArms ? `${arm}: ${sentence}` : sentence));
  return [
    {
      id: 'effect',
      title: 'Effect',
      tables: [compare(effects, { isRate, caption: 'Each arm against the hold-out' })],
      items: [],
    },
    {
      id: 'tiers',
      title: 'By tier',
      tables: [compare(tiers, { isRate, caption: 'The same within each tier; the intervals are of one tier each' })],
      items: contrasts.map(({ arm, difference }) =>
        contrastSentence(difference, { isRate, arm: hasArms ? `${arm}: ` : '' }),
      ),
    },
    { id: 'guards', title: 'Guard rails', tables: [], items: rails },
  ];
}

function contrastSentence(
  difference: ExperimentReading['contrasts'][number]['difference'],
  { isRate, arm }: { isRate: boolean; arm: string },
): string {
  const numbers = `${differenceText(difference.estimate, isRate)} (${differenceRange(difference, isRate)})`;
  if (difference.lower > 0) return `${arm}Acting helps more inside the ideal tier than elsewhere: ${numbers}.`;
  if (difference.upper < 0) return `${arm}Acting helps less inside the ideal tier than elsewhere: ${numbers}.`;
  return `${arm}Whether acting helps more inside the ideal tier than elsewhere cannot be told: ${numbers}.`;
}

function compare(
  rows: readonly { readonly name: string; readonly comparison: ArmComparison }[],
  { isRate, caption }: { isRate: boolean; caption: string },
): PageTable {
  return {
    caption,
    columns: [
      { head: '' },
      { head: 'accounts', isNumber: true },
      { head: 'acted', isNumber: true },
      { head: 'held out', isNumber: true },
      { head: 'difference', isNumber: true },
      { head: 'interval' },
      { head: 'times', isNumber: true },
      { head: 'interval' },
    ],
    rows: rows.map(({ name, comparison }) => {
      const { accounts, otherAccounts, mean, otherMean, difference, ratio, isReadable } = comparison;
      return [
        name,
        formatCount(accounts + otherAccounts),
        metricText(mean, isRate),
        metricText(otherMean, isRate),
        differenceText(difference.estimate, isRate),
        isReadable ? differenceRange(difference, isRate) : 'too few',
        `×${formatDecimal(ratio.estimate, 2)}`,
        isReadable ? `${formatDecimal(ratio.lower, 2)}–${formatDecimal(ratio.upper, 2)}` : 'too few',
      ];
    }),
  };
}
