import { knownSince } from '../../intake/relate/known-since.js';
import type { SuspectedLeak } from '../../model/leak.js';
import type { DateColumn } from '../../model/table.js';
import { wilsonInterval } from '../../stats/wilson-interval.js';

const dayMs = 86_400_000;
/** Lower bounds of the share of accounts whose value is later than the decision. */
const sureShare = 0.1;
const oddShare = 0.01;
const leastDated = 20;

/** Dates that are written down before they come. */
const plannedWords =
  /renew|expir|expiry|due|next|plan|expect|estimat|forecast|target|scheduled|valid|until|deadline|ablauf|laufzeit|faellig|fallig|vencim|echeance|scadenza|verloop/;

/** What a date column is called beside what it dates. */
const dateWords = new Set(
  'date dated day at on time timestamp ts when updated update modified changed change last set as of datum am zeit geandert geaendert fecha data maj le il'.split(
    ' ',
  ),
);

/**
 * What was written after the decision: date columns with later days than the decision, attributes that such a date stands beside
 * (`health_score` and `health_score_updated_at`), and rows that were changed as a whole since. Days that were planned (renewal,
 * expiry, due) may lie ahead without being known from it.
 * @param from `dates` and `time`: by account, in ms; NaN where unknown. `attributes`: names of what may be learnt from.
 */
export function findLateValues(from: {
  readonly dates: readonly DateColumn[];
  readonly time: ArrayLike<number>;
  readonly attributes: readonly string[];
  /** How the time of the decision is called. */
  readonly decision: string;
}): SuspectedLeak[] {
  const { dates, time, attributes, decision } = from;
  return dates.flatMap((column): SuspectedLeak[] => {
    const plain = foldName(column.name);
    if (plannedWords.test(plain)) return [];
    const late = countLate(column, time);
    if (late === null || late.lower < oddShare) return [];
    const { share, medianDays } = late;
    const evidence = { after: { share, medianDays } };
    const stem = plain.split(' ').filter((word) => !dateWords.has(word));
    const when = `after ${decision} for ${percent(share)} of the accounts that have it, by ${days(medianDays)} in the median`;
    const dated = attributes.filter((name) => knownSince(name, [column]) !== undefined);
    const own: SuspectedLeak = {
      attribute: column.name,
      kind: 'dated after',
      severity: stem.length === 0 ? 'mention' : 'set aside',
      detail:
        stem.length === 0
          ? `${column.name} lies ${when}: rows were changed after the decision, and what stands in their other columns may be later than it.`
          : `${column.name} lies ${when}.`,
      evidence,
    };
    const severity = late.lower >= sureShare ? 'set aside' : 'mention';
    return [
      own,
      ...dated.map((attribute): SuspectedLeak => {
        const detail = `${attribute} is dated by ${column.name}, which lies ${when}.`;
        return { attribute, kind: 'dated after', severity, detail, evidence };
      }),
    ];
  });
}

function countLate({ values }: DateColumn, time: ArrayLike<number>) {
  const later: number[] = [];
  let dated = 0;
  values.forEach((value, row) => {
    if (!Number.isFinite(value) || !Number.isFinite(time[row])) return;
    dated++;
    // The same day is no later, whatever the hour: one of the two may have no hours.
    const difference = Math.floor(value / dayMs) - Math.floor(time[row] / dayMs);
    if (difference > 0) later.push(difference);
  });
  if (dated < leastDated) return null;
  later.sort((a, b) => a - b);
  const { lower } = wilsonInterval(later.length, dated);
  return { share: later.length / dated, lower, medianDays: later[later.length >> 1] ?? 0 };
}

function foldName(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share > 0 && share < 0.01 ? 1 : 0)} %`;
}
