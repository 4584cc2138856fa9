import { adjustHolm } from '../../stats/adjust-holm.js';
import { byScore } from './width-curve.js';
import { measureRows, testRows, type WidthAccounts, type WidthMeasure, type Yardstick } from './width-measure.js';

export const widthVerdicts = ['too narrow', 'too broad', 'about right', 'cannot tell'] as const;
export type WidthVerdict = (typeof widthVerdicts)[number];

/** Accounts just outside, or the least likely ones inside, against what an account must return. */
export interface WidthBand extends WidthMeasure {
  /** Share of all accounts (outside) or of the ICP (inside) that was asked for. */
  readonly share: number;
  /** One-sided, corrected (Holm) over all bands of its side. */
  readonly p: number;
}

export interface WidthJudgement {
  readonly verdict: WidthVerdict;
  /** The best-scored accounts outside the ICP, nested: surely better than break-even means too narrow. */
  readonly outside: readonly WidthBand[];
  /** The lowest-scored accounts inside, nested: surely worse means too broad. */
  readonly inside: readonly WidthBand[];
  /** Both hold: the ICP leaves good ones out and takes poor ones in. */
  readonly isMisplaced: boolean;
}

/** Parts that are looked at: of all accounts, outside; of the ICP, inside. */
const outsideShares = [0.05, 0.1, 0.2, 0.4];
const insideShares = [0.1, 0.25, 0.5];
const level = 0.05;
/** Fewer accounts on either side say nothing. */
const leastAccounts = 20;

/**
 * Too narrow: the next accounts outside surely return more than they must. Too broad: the last ones inside surely return less.
 * About right: neither can be shown, with enough accounts to look at.
 * @param must what accounts must return: inside a number; outside the same, or `icp`, the mean of the ICP itself.
 */
export function judgeWidth(
  accounts: WidthAccounts,
  must: { readonly inside: number; readonly outside: number | 'icp' },
): WidthJudgement {
  const order = byScore(accounts.score);
  const inside = order.filter((row) => accounts.isInside[row] === 1);
  const outside = order.filter((row) => accounts.isInside[row] !== 1);
  const beyond = bands(outside, {
    accounts,
    against: must.outside === 'icp' ? inside : must.outside,
    shares: outsideShares,
    of: order.length,
    side: 'above',
  });
  const within = bands(inside.toReversed(), {
    accounts,
    against: must.inside,
    shares: insideShares,
    of: inside.length,
    side: 'below',
  });
  const icp = measureRows(inside, accounts).mean.estimate;
  const least = must.outside === 'icp' ? icp : must.outside;
  const found = (list: readonly WidthBand[]) => list.filter(({ p }) => p <= level);
  const [better, worse] = [found(beyond), found(within)];
  const gain = Math.max(0, ...better.map((band) => band.positives - least * band.accounts));
  const loss = Math.max(0, ...worse.map((band) => must.inside * band.accounts - band.positives));
  const isTooFew = inside.length < leastAccounts || order.length < 2 * leastAccounts;
  const verdict: WidthVerdict =
    gain > 0 || loss > 0 ? (gain >= loss ? 'too narrow' : 'too broad') : isTooFew ? 'cannot tell' : 'about right';
  return { verdict, outside: beyond, inside: within, isMisplaced: gain > 0 && loss > 0 };
}

function bands(
  rows: Int32Array,
  {
    accounts,
    against,
    shares,
    of,
    side,
  }: {
    accounts: WidthAccounts;
    against: Yardstick;
    shares: readonly number[];
    of: number;
    side: 'above' | 'below';
  },
): WidthBand[] {
  const { score } = accounts;
  const ends = shares.map((share) => {
    let end = Math.min(rows.length, Math.ceil(share * of));
    // Accounts of one score are alike: either all of them are taken or none.
    while (end > 0 && end < rows.length && score[rows[end]] === score[rows[end - 1]]) end++;
    return { share, end };
  });
  const apart = ends.filter(({ end }, i) => end >= leastAccounts / 2 && (i === 0 || end > ends[i - 1].end));
  const p = adjustHolm(apart.map(({ end }) => testRows(rows.subarray(0, end), { accounts, against })[side]));
  return apart.map(({ share, end }, i) => ({ ...measureRows(rows.subarray(0, end), accounts), share, p: p[i] }));
}
