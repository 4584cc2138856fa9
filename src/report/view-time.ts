import type { Interval } from '../model/estimate.js';
import { horizonText } from '../model/horizon-text.js';
import type { Profile } from '../model/profile.js';
import type { TimeMeasures, TimeProof, TimeSpan } from '../model/time-proof.js';
import { formatCount, formatDecimal, formatShare, formatShareRange } from './format-number.js';
import type { Fact, Figure, TimeView } from './profile-view.js';

/** The proof of a profile of time beside the baselines, and what its tiers did. Null for other profiles. */
export function viewTime({ time, best, verdict }: Profile): TimeView | null {
  if (time === undefined || time.proof === null) return null;
  const { proof, baselines, horizon, tiers } = time;
  const unit = best.time?.period;
  const after = horizonText(horizon, unit);
  const hasShares = verdict === 'publishable';
  return {
    split: proof.split.description,
    heads: ['', 'concordance', 'the same, weighted', 'Brier score'],
    rows: [
      { isOurs: true, cells: ['This profile', ...cellsOf(proof)] },
      ...baselines.map(({ name, ...measures }) => ({ isOurs: false, cells: [name, ...cellsOf(measures)] })),
    ],
    sentences: [
      `Of two accounts of which one outlasted the other, it had more points in ${shareOf(proof.concordance)} of cases (chance: ${formatShare(0.5)}). More points last longer.`,
      `The integrated Brier score of the shares foretold, over ${horizonText(proof.until, unit)}, is ${shareOf(proof.improvement)} below that of one curve for everybody.`,
      `Lift is of the share kept after ${after}: that with a trait over that of all accounts.`,
      'How long an account will last is told from its first day. One that joined the data later than it began, with those gone that left before, would be told wrongly.',
    ],
    tables: [
      ...(tiers.length === 0
        ? []
        : [
            {
              title: 'By tier, each account scored by a card that had not seen it',
              heads: ['tier', 'accounts', 'ended', `kept after ${after}`, 'median'],
              rows: tiers.map(({ tier, accounts, ended, kept, median }) => [
                tier,
                formatCount(accounts),
                formatCount(ended),
                shareOf(kept),
                spanOf(median, unit),
              ]),
            },
          ]),
      ...(hasShares
        ? [
            {
              title: `Shares kept after ${after}, foretold and come, by fifths`,
              heads: ['fifth', 'accounts', 'foretold', 'kept'],
              rows: proof.fifths.map(({ accounts, expected, kept }, i) => [
                ['best', 'second', 'third', 'fourth', 'last'][i] ?? '',
                formatCount(accounts),
                formatShare(expected),
                shareOf(kept),
              ]),
            },
          ]
        : []),
    ],
  };
}

/** The numbers of a profile of time that a reader should keep. */
export function viewTimeFigures({ time, best }: Profile): Figure[] {
  const proof = time?.proof ?? null;
  if (time === undefined || proof === null) return [];
  const interval = `${formatShare(0.95)} interval`;
  return [
    {
      value: formatDecimal(proof.concordance.estimate, 2),
      label: 'concordance, where 0.5 is chance',
      detail: `${interval} ${formatDecimal(proof.concordance.lower, 2)}–${formatDecimal(proof.concordance.upper, 2)}`,
    },
    {
      value: formatShare(time.kept.estimate),
      label: `of all accounts are kept after ${horizonText(time.horizon, best.time?.period)}`,
      detail: `${interval} ${formatShareRange(time.kept)}`,
    },
    {
      value: formatCount(proof.accounts),
      label: 'accounts judged',
      detail: `${formatCount(proof.ended)} of them ended`,
    },
  ];
}

export function timeFacts({ best, learned, time }: Profile): Fact[] {
  const ended = `${formatCount(learned.positives)} of them (${formatShare(learned.baseRate)}) ended`;
  const facts = [
    { label: 'Best means', value: best.description },
    { label: 'Learnt from', value: `${formatCount(learned.accounts)} accounts, ${ended}` },
  ];
  if (time === undefined) return facts;
  const unit = best.time?.period;
  const kept = `${shareOf(time.kept)} after ${horizonText(time.horizon, unit)}; median ${spanOf(time.median, unit)}`;
  return [...facts, { label: 'Kept', value: kept }];
}

/** What carries the verdict of a profile of time; goes on after the label. */
export function timeSentence({ time, learned }: Profile): string {
  const proof: TimeProof | null = time?.proof ?? null;
  if (proof === null)
    return `${formatCount(learned.accounts)} accounts with a known duration, ${formatCount(learned.positives)} of them ended`;
  return `on ${formatCount(proof.accounts)} accounts it had never seen, the one that lasted longer had more points in ${shareOf(proof.concordance)} of pairs (chance ${formatShare(0.5)}), and its integrated Brier score is ${shareOf(proof.improvement)} below that of one curve for everybody`;
}

function cellsOf({ concordance, uno, brier }: TimeMeasures): string[] {
  const text = ({ estimate, lower, upper }: Interval) =>
    // One curve for everybody orders nobody.
    upper - lower >= 1
      ? formatDecimal(estimate, 3)
      : `${formatDecimal(estimate, 3)} (${formatDecimal(lower, 3)}–${formatDecimal(upper, 3)})`;
  return [text(concordance), text(uno), formatDecimal(brier, 4)];
}

function shareOf(share: Interval): string {
  return `${formatShare(share.estimate)} (${formatShareRange(share)})`;
}

function spanOf({ estimate, lower, upper }: TimeSpan, unit: Parameters<typeof horizonText>[1]): string {
  if (estimate === null) return lower === null ? 'not reached' : `not reached (from ${horizonText(lower, unit)})`;
  const number = (time: number) => formatDecimal(time, Number.isInteger(time) ? 0 : 1);
  return `${horizonText(estimate, unit)} (${lower === null ? '…' : number(lower)}–${upper === null ? '…' : number(upper)})`;
}
