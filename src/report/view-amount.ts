import type { AmountMeasures, AmountProof } from '../model/amount-proof.js';
import type { Interval } from '../model/estimate.js';
import type { Profile } from '../model/profile.js';
import { formatCount, formatDecimal, formatShare, formatShareRange, noNumber } from './format-number.js';
import type { AmountView, Figure } from './profile-view.js';

/** An amount in the unit of the data, with the digits that it can bear: `12,400`, `87.5`, `0.42`. */
export function formatAmount(amount: number): string {
  if (!Number.isFinite(amount)) return noNumber;
  if (Math.abs(amount) >= 1000) return formatCount(Number(amount.toPrecision(4)));
  return formatDecimal(amount, Math.abs(amount) >= 100 ? 0 : Math.abs(amount) >= 1 ? 1 : 2);
}

export function formatAmountRange({ lower, upper }: Interval): string {
  return `${formatAmount(lower)}–${formatAmount(upper)}`;
}

/** The proof of expected amounts beside the baselines, with what it means. Null for a profile of yes and no. */
export function viewAmount({ amount, verdict }: Profile): AmountView | null {
  if (amount === undefined || amount.proof === null) return null;
  const { proof, baselines } = amount;
  const hasAmounts = verdict === 'publishable';
  return {
    split: proof.split.description,
    heads: ['', 'rank correlation', 'best fifth holds', 'mean error', 'deviance'],
    rows: [
      { isOurs: true, cells: ['This profile', ...cellsOf(proof)] },
      ...baselines.map(({ name, ...measures }) => ({ isOurs: false, cells: [name, ...cellsOf(measures)] })),
    ],
    sentences: [
      `The best-scored ${formatShare(0.2)} of accounts hold ${formatShare(proof.shareTopFifth.estimate)} of the value (chance: ${formatShare(0.2)}); the Gini coefficient of that order is ${formatDecimal(proof.gini.estimate, 2)} (${formatDecimal(proof.gini.lower, 2)}–${formatDecimal(proof.gini.upper, 2)}).`,
      `Lift is of amounts: the mean with a trait over the mean of all accounts. ${cappedSentence(amount)}`.trim(),
      ...(hasAmounts
        ? [
            `All together came to ${formatDecimal(proof.ratio.estimate, 2)} times what was expected (${formatDecimal(proof.ratio.lower, 2)}–${formatDecimal(proof.ratio.upper, 2)}).`,
            'An expected amount is the mean over accounts with such points, and its interval that of the mean: single accounts lie far apart.',
          ]
        : []),
    ],
    fifths: hasAmounts ? fifthsOf(proof) : [],
    curve: proof.curve
      .filter(({ share }) => [0.05, 0.1, 0.2, 0.3, 0.5, 0.8].includes(share))
      .map(({ share, held }) => ({ share: formatShare(share), held: formatShare(held) })),
  };
}

/** The numbers of a profile of amounts that a reader should keep. */
export function viewAmountFigures({ amount }: Profile): Figure[] {
  const proof = amount?.proof ?? null;
  if (proof === null) return [];
  const { shareTopFifth: top, rank } = proof;
  const interval = `${formatShare(0.95)} interval`;
  return [
    {
      value: formatShare(top.estimate),
      label: `of the value is in the best-scored ${formatShare(0.2)}`,
      detail: `${interval} ${formatShareRange(top)}`,
    },
    {
      value: formatDecimal(rank.estimate, 2),
      label: 'rank correlation, where 0 is chance',
      detail: `${interval} ${formatDecimal(rank.lower, 2)}–${formatDecimal(rank.upper, 2)}`,
    },
    {
      value: formatCount(proof.accounts),
      label: 'accounts judged',
      detail: `${formatCount(proof.positives)} came to something, ${formatAmount(proof.total)} in all`,
    },
  ];
}

/** What carries the verdict of a profile of amounts; goes on after the label. */
export function amountSentence({ amount, best, learned }: Profile): string {
  const proof = amount?.proof ?? null;
  if (proof === null)
    return `${formatCount(learned.accounts)} accounts with a known amount, ${formatCount(learned.positives)} of them above zero`;
  const { shareTopFifth: top, gini } = proof;
  const order = `${formatDecimal(gini.estimate, 2)} (${formatDecimal(gini.lower, 2)}–${formatDecimal(gini.upper, 2)}; chance 0)`;
  return `on ${formatCount(proof.accounts)} accounts it had never seen, its order has a Gini coefficient of ${order} and the best-scored fifth holds ${formatShare(top.estimate)} of all ${best.outcome} (${formatShare(0.95)} interval ${formatShareRange(top)}; chance ${formatShare(0.2)})`;
}

function cellsOf({ rank, shareTopFifth, meanError, deviance }: AmountMeasures): string[] {
  return [
    `${formatDecimal(rank.estimate, 2)} (${formatDecimal(rank.lower, 2)}–${formatDecimal(rank.upper, 2)})`,
    `${formatShare(shareTopFifth.estimate)} (${formatShareRange(shareTopFifth)})`,
    formatAmount(meanError),
    formatDecimal(deviance, 3),
  ];
}

function fifthsOf({ fifths }: AmountProof): AmountView['fifths'] {
  const names = ['best', 'second', 'third', 'fourth', 'last'];
  return fifths.map(({ accounts, expected, came }, i) => ({
    name: names[i] ?? '',
    accounts: formatCount(accounts),
    expected: formatAmount(expected),
    came: `${formatAmount(came.estimate)} (${formatAmountRange(came)})`,
  }));
}

function cappedSentence({ cap, capped }: NonNullable<Profile['amount']>): string {
  if (capped === 0) return '';
  const accounts = `${formatCount(capped)} account${capped === 1 ? '' : 's'}`;
  return `${accounts} came to more than ${formatAmount(cap)} and count as that much when shapes are learnt; the level counts all.`;
}
