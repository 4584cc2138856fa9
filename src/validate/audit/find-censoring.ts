import type { AuditFinding } from '../../model/audit.js';
import { rateDifferenceInterval } from '../../stats/rate-difference-interval.js';
import { scatterRows } from '../../stats/scatter-rows.js';
import type { AccountDates } from './find-dates.js';
import { type Maturity, measureMaturity, type WaitedAccounts } from './measure-maturity.js';
import { intervalNumber, sayCount, sayInterval, sayShare } from './say-number.js';

export interface CensoringRequest {
  readonly dates: AccountDates;
  /** 1, 0, or 255 where the outcome is not known: open. */
  readonly labels: Uint8Array;
  /** Accounts younger than so many days are left out of learning already. */
  readonly mature?: number | undefined;
}

const msPerDay = 86_400_000;
const mostLooked = 100_000;
/** So many accounts without the outcome lack the day of a decision, and `no` means `not yet`. */
const mostUndated = 0.2;
/** The rate would be off by more than this part of it. */
const mostBias = 0.05;
const leastYoung = 20;

/**
 * Accounts that are too young to have ended: the share decided by age, the days after which nine in ten are, and what the
 * rate of the decided, of all and of the waited-for come to. Null findings where nothing is open and the young do as the old.
 */
export function findCensoring({ dates, labels, mature }: CensoringRequest): AuditFinding[] {
  const waited = waitFor(dates, labels);
  const maturity = waited.accounts.ends.length === 0 ? null : measureMaturity(waited.accounts);
  if (maturity === null || maturity.matureDays < 1) return [];
  const bias = Math.abs(maturity.ofDecided.estimate - maturity.corrected) / maturity.corrected;
  const isOutside = maturity.corrected < maturity.ofDecided.lower || maturity.corrected > maturity.ofDecided.upper;
  const hasOpen = maturity.youngOpen >= leastYoung && maturity.open / maturity.accounts >= 0.01;
  if (!hasOpen) return waited.isNotYet ? [] : onlyQuick(waited.accounts, { maturity, created: dates.created.name });
  const isOff = bias > mostBias && isOutside;
  return [
    {
      kind: 'censoring',
      severity:
        mature !== undefined && mature >= maturity.matureDays ? 'note' : isOff || waited.isNotYet ? 'grave' : 'caution',
      about: `${dates.created.name} to ${dates.decided.name}`,
      finding: [
        `Nine in ten of the accounts that are ever decided are so within ${sayCount(maturity.matureDays)} days; ${sayCount(maturity.young)} of ${sayCount(maturity.accounts)} accounts are younger, ${sayCount(maturity.youngOpen)} of them still open.`,
        waited.isNotYet
          ? `Accounts without the outcome have no day on which they were lost: they may only be too young. Counted as lost they give ${sayInterval(maturity.ofAll)}; by day ${sayCount(maturity.matureDays)} ${sayInterval(maturity.wonByThen)} come to it (Kaplan–Meier).`
          : `Of those decided ${sayInterval(maturity.ofDecided)} had the outcome; waited for (Aalen–Johansen) it is ${sayShare(maturity.corrected)}${isOff ? ', since one kind of decision is quicker' : ''}. Were open ones counted as lost, it would be ${sayShare(maturity.ofAll.estimate)}.`,
      ].join(' '),
      advice: `Learn from accounts that are old enough: --mature ${maturity.matureDays}.`,
      numbers: numbersOf(maturity),
    },
  ];
}

/** Where no open account is in the file, the young ones are those that were decided quickly. */
function onlyQuick(
  { age, ends }: WaitedAccounts,
  { maturity, created }: { maturity: Maturity; created: string },
): AuditFinding[] {
  const counts = [0, 0, 0, 0];
  for (let row = 0; row < ends.length; row++) {
    if (ends[row] === 0) continue;
    const at = age[row] < maturity.matureDays ? 0 : 2;
    counts[at]++;
    counts[at + 1] += Number(ends[row] === 1);
  }
  const [young, youngWon, old, oldWon] = counts;
  if (young < leastYoung || old < leastYoung) return [];
  const rates = { positives: youngWon, accounts: young, otherPositives: oldWon, otherAccounts: old };
  const difference = rateDifferenceInterval(rates, { confidence: 0.99 });
  if (difference.lower <= 0 && difference.upper >= 0) return [];
  return [
    {
      kind: 'censoring',
      severity: 'caution',
      about: created,
      finding: `No open account stands in the file. ${sayCount(young)} accounts are younger than the ${sayCount(maturity.matureDays)} days in which nine in ten are decided, so that only the quick ones of them are here: ${sayShare(youngWon / young)} of these had the outcome, ${sayShare(oldWon / old)} of the older.`,
      advice: `Learn from accounts that are old enough: --mature ${maturity.matureDays}; or add the open ones.`,
      numbers: [
        ...numbersOf(maturity),
        { name: 'rate of the young', value: youngWon / young },
        { name: 'rate of the older', value: oldWon / old },
        intervalNumber('difference (99 %)', difference),
      ],
    },
  ];
}

function numbersOf(maturity: Maturity) {
  return [
    { name: 'days to maturity', value: maturity.matureDays },
    { name: 'share decided by then', value: maturity.decidedByThen },
    { name: 'accounts', value: maturity.accounts },
    { name: 'open', value: maturity.open },
    { name: 'younger than that', value: maturity.young },
    { name: 'of these open', value: maturity.youngOpen },
    intervalNumber('rate of those decided', maturity.ofDecided),
    intervalNumber('rate of those old enough', maturity.ofMature),
    intervalNumber('rate of all, open ones as lost', maturity.ofAll),
    intervalNumber('share of all with the outcome by then', maturity.wonByThen),
    { name: 'rate of the decided, waited for', value: maturity.corrected },
    { name: 'days waited for at most', value: Math.round(maturity.lastDay) },
  ];
}

/** Everybody whose creation is known, as of the latest day that anything happened. */
function waitFor(
  { created, decided }: AccountDates,
  labels: Uint8Array,
): { accounts: WaitedAccounts; isNotYet: boolean } {
  const asOf = dayOfData({ created, decided }, labels);
  let [lost, undated] = [0, 0];
  for (let row = 0; row < labels.length; row++) {
    if (labels[row] !== 0) continue;
    lost++;
    if (Number.isNaN(decided.values[row])) undated++;
  }
  const isNotYet = undated > mostUndated * lost;
  const rows = scatterRows(labels.length, mostLooked) ?? Int32Array.from(labels, (_, row) => row);
  const endOf = (row: number) =>
    labels[row] === 1 ? 1 : labels[row] === 0 && !(isNotYet && Number.isNaN(decided.values[row])) ? 2 : 0;
  const kept = rows.filter(
    (row) => !Number.isNaN(created.values[row]) && (endOf(row) === 0 || decided.values[row] >= created.values[row]),
  );
  const daysTo = (row: number, moment: number) => Math.max(0, (moment - created.values[row]) / msPerDay);
  return {
    accounts: {
      days: Float64Array.from(kept, (row) => daysTo(row, endOf(row) === 0 ? asOf : decided.values[row])),
      age: Float64Array.from(kept, (row) => daysTo(row, asOf)),
      ends: Uint8Array.from(kept, endOf),
    },
    isNotYet,
  };
}

/** The latest creation or decision; the day on which an open account is expected to close is in the future. */
export function dayOfData({ created, decided }: AccountDates, labels: Uint8Array): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < labels.length; row++) {
    if (created.values[row] > latest) latest = created.values[row];
    if (labels[row] !== 255 && decided.values[row] > latest) latest = decided.values[row];
  }
  return latest;
}
