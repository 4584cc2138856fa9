import { accountDealOutcomes } from '../intake/relate/account-outcomes.js';
import { dealOutcomes } from '../intake/relate/deal-outcomes.js';
import { knownSince } from '../intake/relate/known-since.js';
import { landmarkOutcomes } from '../intake/relate/landmark-outcomes.js';
import { propertyChanges } from '../intake/relate/property-history.js';
import { subscriptionOutcomes } from '../intake/relate/subscription-outcomes.js';
import { type Ending, toldEndings } from '../intake/relate/told-endings.js';
import { writeCell } from '../intake/relate/write-cell.js';
import { type AccountTables, accountColumn } from './account-columns.js';
import type { JoinedTable } from './join-tables.js';

/** What decides accounts: their deals, their subscriptions, or a column of their own. */
export type OutcomeSource =
  | { readonly kind: 'deals' | 'subscriptions' }
  | { readonly kind: 'column'; readonly column: string; readonly time?: string };

export interface DecidedAccounts {
  /** Null where nothing is decided. */
  readonly outcomes: readonly (string | null)[];
  /** In ms; NaN where not decided, -Infinity where nobody knows when. */
  readonly decidedAt: Float64Array;
  /** Whether all were decided at one moment of ours, as those are who are watched and not sold to. */
  readonly isLandmark: boolean;
  readonly notes: readonly string[];
  /** What must be known before what is learnt is used. */
  readonly cautions?: readonly string[];
}

const msPerDay = 86_400_000;
const landmarkDays = 180;
/** Up to this share of deals may lack the day on which they ended. */
const mostUndated = 0.1;

/** What became of each account as of a moment, and when that was decided. */
export function decideAccounts(
  source: OutcomeSource,
  about: {
    accounts: AccountTables;
    related: readonly JoinedTable[];
    stages: ReadonlyMap<string, Ending | null>;
    asOf: number;
  },
): DecidedAccounts {
  const { accounts, related, stages, asOf } = about;
  const accountCount = accounts.rows.length;
  if (source.kind === 'column') return decideByColumn(source, { accounts, asOf });
  if (source.kind === 'subscriptions') {
    const tables = related.filter(({ table }) => table.entity === 'subscription');
    const { outcomes, decisionTime, notes } = subscriptionOutcomes(tables, { accountCount, asOf });
    return { outcomes: decidedOnly(outcomes), decidedAt: decisionTime, isLandmark: true, notes };
  }
  const deals = related.filter(({ table }) => table.entity === 'deal');
  const each = deals.map(({ table }) => dealOutcomes(table, { asOf, told: toldEndings(table, stages) }));
  const all = {
    outcomes: each.flatMap(({ outcomes }) => outcomes),
    decidedAt: joinMoments(each.map(({ decidedAt }) => decidedAt)),
  };
  const accountOf = Int32Array.from(joinMoments(deals.map(({ accountOf }) => accountOf)));
  const { outcomes, decisionTime } = accountDealOutcomes(all, { accountOf, accountCount });
  return {
    outcomes: decidedOnly(outcomes),
    decidedAt: decisionTime,
    isLandmark: false,
    notes: each.flatMap(({ notes }) => notes),
    cautions: undatedCaution(each),
  };
}

/** Deals without a closing date count as of their creation, so that what came later is missing from them. */
function undatedCaution(
  each: readonly { readonly undated: number; readonly outcomes: readonly (string | null)[] }[],
): string[] {
  const undated = each.reduce((sum, deals) => sum + deals.undated, 0);
  const ended = each.flatMap(({ outcomes }) => outcomes).filter((found) => found === 'won' || found === 'lost').length;
  if (undated <= ended * mostUndated) return [];
  return [
    `${undated} of ${ended} deals that ended do not say when: they count as decided when they were created, and what was known later is left out of them.`,
  ];
}

function decidedOnly(outcomes: readonly (string | null)[]): (string | null)[] {
  return outcomes.map((found) => (found === 'open' || found === 'young' ? null : found));
}

function joinMoments(parts: readonly ArrayLike<number>[]): Float64Array {
  const joined = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const part of parts) {
    joined.set(part, start);
    start += part.length;
  }
  return joined;
}

/**
 * By a column of the accounts. It was decided when the named date says, else when a history or a date beside the column
 * does. A date that stands with some values only (a churn date) is an event: then all that were there 180 days before
 * the end are decided there, or those without it would be watched for longer.
 */
function decideByColumn(
  { column: name, time }: Extract<OutcomeSource, { kind: 'column' }>,
  { accounts, asOf }: { accounts: AccountTables; asOf: number },
): DecidedAccounts {
  const count = accounts.rows.length;
  const always = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const { column } = accountColumn(accounts, { name, moments: always });
  const outcomes = Array.from({ length: count }, (_, at) => writeCell(column, at));
  const moments = momentsOf({ name, time }, { accounts, always, asOf });
  if (moments === null) {
    const notes = [
      `Nothing says when ${name} was decided, and so nothing is derived from other tables: it might be of later. Name a date of the accounts with --time, or import the history of ${name}.`,
    ];
    const decidedAt = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
    return { outcomes, decidedAt, isLandmark: false, notes };
  }
  const undated = outcomes.filter((found, at) => found !== null && Number.isNaN(moments[at])).length;
  if (undated === 0) return { outcomes, decidedAt: moments, isLandmark: false, notes: [] };
  const landmark = asOf - landmarkDays * msPerDay;
  const startedAt = datesNamed(accounts, 'createdAt') ?? new Float64Array(count).fill(Number.NaN);
  const retained = landmarkOutcomes({ startedAt, endedAt: moments, landmark, asOf });
  const isThere = retained.outcomes.map((found) => found === 'kept' || found === 'churned');
  return {
    outcomes: outcomes.map((found, at) => (isThere[at] ? found : null)),
    decidedAt: retained.decisionTime,
    isLandmark: true,
    notes: [
      `${undated} accounts have ${name} without its date: all are decided ${landmarkDays} days before the end, and those that it happened to before then, or that came later, are left out.`,
    ],
  };
}

function momentsOf(
  { name, time }: { name: string; time: string | undefined },
  { accounts, always, asOf }: { accounts: AccountTables; always: Float64Array; asOf: number },
): Float64Array | null {
  const beside = accounts.tables.flatMap(({ columns }) => knownSince(name, columns)?.name ?? [])[0];
  const dates = time ?? beside;
  if (dates !== undefined) {
    const { column } = accountColumn(accounts, { name: dates, moments: always });
    return column.type === 'date' ? column.values : null;
  }
  const changes = propertyChanges(accounts.histories, name);
  if (changes === null) return null;
  return always.map((_, at) => changes.lastChange(at, asOf));
}

function datesNamed(accounts: AccountTables, name: string): Float64Array | null {
  const always = new Float64Array(accounts.rows.length).fill(Number.POSITIVE_INFINITY);
  const has = accounts.tables.some(({ columns }) => columns.some((column) => column.name === name));
  if (!has) return null;
  const { column } = accountColumn(accounts, { name, moments: always });
  return column.type === 'date' ? column.values : null;
}
