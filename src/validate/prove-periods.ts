import type { ForwardPeriod } from '../model/proof.js';
import { aucInterval } from '../stats/auc-interval.js';
import { wilsonInterval } from '../stats/wilson-interval.js';
import { biasLimit } from './calibration-limits.js';

export interface TimedScores {
  readonly points: ArrayLike<number>;
  readonly probabilities: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
  /** When each account was decided, ascending with time; NaN where not known. */
  readonly moments: ArrayLike<number>;
  /** `order`: moments are places in the file. */
  readonly unit: 'time' | 'order';
}

const mostPeriods = 4;
const leastAccounts = 100;
const leastOfEach = 10;

/**
 * Later accounts, period by period: whether order and probability wear off the further ahead one looks. Four periods of about
 * equal count, fewer where one would have under 100 accounts or ten of a class; none where not even two can be told
 * apart. Equal moments stay in one period.
 */
export function provePeriods(scores: TimedScores): ForwardPeriod[] {
  const rows = Array.from(scores.labels, (_, row) => row)
    .filter((row) => !Number.isNaN(scores.moments[row]))
    .sort((a, b) => scores.moments[a] - scores.moments[b] || a - b);
  for (let wanted = mostPeriods; wanted >= 2; wanted--) {
    const periods = cutRows(rows, { wanted, moments: scores.moments });
    if (periods.length === wanted && periods.every((period) => isEnough(period, scores.labels))) {
      return periods.map((period) => prove(period, scores));
    }
  }
  return [];
}

function cutRows(
  rows: readonly number[],
  { wanted, moments }: { wanted: number; moments: ArrayLike<number> },
): number[][] {
  const periods: number[][] = [];
  let from = 0;
  for (let period = 1; period <= wanted && from < rows.length; period++) {
    let to = Math.max(from + 1, Math.round((rows.length * period) / wanted));
    while (to < rows.length && moments[rows[to]] === moments[rows[to - 1]]) to++;
    periods.push(rows.slice(from, to));
    from = to;
  }
  return periods;
}

function isEnough(rows: readonly number[], labels: ArrayLike<number>): boolean {
  const positives = rows.reduce((sum, row) => sum + (labels[row] > 0 ? 1 : 0), 0);
  return rows.length >= leastAccounts && Math.min(positives, rows.length - positives) >= leastOfEach;
}

function prove(rows: readonly number[], scores: TimedScores): ForwardPeriod {
  const { points, probabilities, labels, moments, unit } = scores;
  const held = rows.map((row) => (labels[row] > 0 ? 1 : 0));
  const positives = held.reduce<number>((sum, label) => sum + label, 0);
  const accounts = rows.length;
  const predicted = rows.reduce((sum, row) => sum + probabilities[row], 0) / accounts;
  const observed = wilsonInterval(positives, accounts);
  const expected = rows.map((row) => ({ accounts: 1, predicted: probabilities[row] }));
  return {
    from: formatMoment(moments[rows[0]], unit),
    accounts,
    positives,
    auc: aucInterval(
      rows.map((row) => points[row]),
      held,
    ),
    predicted,
    observed,
    holds: Math.abs(predicted - observed.estimate) <= biasLimit(observed.estimate, expected),
  };
}

function formatMoment(moment: number, unit: 'time' | 'order'): string {
  if (unit === 'order') return `account ${moment + 1}`;
  return Math.abs(moment) <= 8.64e15 ? new Date(moment).toISOString().slice(0, 10) : String(moment);
}
