import { horizonText } from '../model/horizon-text.js';
import { pairName } from '../model/pair-name.js';
import type { Profile } from '../model/profile.js';
import type { LengthPoint, PairTerm } from '../model/scorecard.js';
import type { Condition } from '../model/trait.js';
import { formatCondition } from '../model/trait-text.js';
import { expectedAmountOf } from '../score/expected-amount.js';
import { fitOf, pointsRange, probabilityOf } from '../score/fit.js';
import { keptAfter } from '../score/kept-after.js';
import { axisRows, termRows } from '../score/term-rows.js';
import { formatCount, formatDecimal, formatPoints, formatShare } from './format-number.js';
import type { LengthRow, ScorecardPair, ScorecardView, TierRow } from './profile-view.js';
import { formatAmount } from './view-amount.js';

/** The scorecard as tables of points, one for each term. Null where no scoring is allowed. */
export function viewScorecard(profile: Profile): ScorecardView | null {
  const { scorecard } = profile;
  if (!scorecard) return null;
  const terms = scorecard.terms.map((term) => ({ term, rows: termRows(term) }));
  const largest = Math.max(1, ...terms.flatMap(({ rows }) => rows.map(({ points }) => Math.abs(points))));
  const { lowest, highest } = pointsRange(scorecard);
  return {
    lossName:
      scorecard.amount === undefined && scorecard.time === undefined ? 'held-out log-loss' : 'held-out deviance',
    unit: unitOf(profile),
    base: formatCount(scorecard.base),
    range: `${formatCount(lowest)} to ${formatCount(highest)}`,
    terms: terms.map(({ term, rows }) => ({
      title: term.kind === 'member' ? `${term.attribute}: ${term.member}` : term.attribute,
      rows: rows.map(({ condition, points }) => ({
        value: rowValue(condition),
        points: formatPoints(points),
        weight: points / largest,
      })),
    })),
    pairs: scorecard.pairs.map(viewPair),
    lengths: (scorecard.curve ?? []).map(viewLength),
  };
}

/** What points are worth, where that may be said: in two digits, for the sum is exact and its meaning an estimate. */
function unitOf({ scorecard, verdict, amount, time }: Profile): string {
  if (scorecard === null || verdict !== 'publishable') return '';
  const doubling = Math.log(2) / scorecard.calibration.slope;
  if (!Number.isFinite(doubling) || doubling <= 0) return '';
  const what = time !== undefined ? 'the odds of staying one period more' : amount ? 'what is expected' : 'the odds';
  return `${formatCount(Number(doubling.toPrecision(2)))} points more double ${what}.`;
}

function viewPair(pair: PairTerm): ScorecardPair {
  const [first, second] = pair.axes.map((axis) => axisRows(axis).map(rowValue));
  const rows = first.map((value, i) => ({ value, points: pair.points[i].map(formatPoints) }));
  return { title: pairName(pair), columns: second, rows };
}

function viewLength({ attributes, rows, pairs, logLoss, excess, standardError, isChosen }: LengthPoint): LengthRow {
  return {
    attributes: formatCount(attributes),
    rows: formatCount(rows),
    pairs: formatCount(pairs),
    logLoss: formatDecimal(logLoss, 4),
    excess: excess === 0 ? '' : `+${formatDecimal(excess, 4)} ± ${formatDecimal(standardError, 4)}`,
    isChosen,
  };
}

/** The three classes of fit (M11) with their cuts; empty where none are claimed. */
export function viewTiers({ scorecard, verdict, best }: Profile): TierRow[] {
  if (!scorecard?.tierCuts) return [];
  const { ideal, stretch } = scorecard.tierCuts;
  const range = pointsRange(scorecard);
  const points = (cut: number) => `${formatCount(cut)} points (fit ${Math.round(fitOf(cut, range))})`;
  const chance = (cut: number) => {
    if (verdict !== 'publishable') return '';
    const kept = keptAfter(scorecard, cut);
    if (kept !== null && scorecard.time !== undefined)
      return `; kept at the cut after ${horizonText(scorecard.time.horizon, best.time?.period)} ${formatShare(kept.estimate)}`;
    const amount = expectedAmountOf(scorecard, cut);
    if (amount !== null) return `; expected at the cut ${formatAmount(amount.estimate)}`;
    return `; chance at the cut ${formatShare(probabilityOf(scorecard, cut))}`;
  };
  const between = {
    name: 'stretch',
    cut: `from ${points(stretch)}${chance(stretch)}`,
    meaning: 'Worth it when checked one by one, with expectations set.',
  };
  return [
    {
      name: 'ideal',
      cut: `from ${points(ideal)}${chance(ideal)}`,
      meaning: 'Go first to these, with your best people.',
    },
    ...(stretch < ideal ? [between] : []),
    { name: 'bad', cut: `under ${points(stretch)}`, meaning: 'Leave these to self-service, or say no.' },
  ];
}

function rowValue(condition: Condition | null): string {
  if (condition === null) return 'any other';
  switch (condition.kind) {
    case 'in':
      return condition.values.join(', ');
    case 'includes':
      return 'with it';
    case 'excludes':
      return 'without it';
    case 'range':
    case 'missing':
      return formatCondition(condition).replace(/^= /, '');
  }
}
