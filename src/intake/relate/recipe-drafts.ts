import { fieldsOf } from '../../model/entity.js';
import type { Recipe } from '../../model/recipe.js';
import type { Column } from '../../model/table.js';
import { guessKind } from '../typing/guess-kind.js';
import { dealEnding, readFlag } from './deal-words.js';

/** A recipe before it has a name; `called` where the parts do not make a good one. */
export type Draft = Omit<Recipe, 'name' | 'from'> & { readonly called?: string };

/** What is worth measuring of one entity. @param columns of all its tables. */
export function draftRecipes(from: Recipe['from'], columns: readonly Column[]): Draft[] {
  const at = moments[from].find((name) => hasMoments(columns, name));
  return at === undefined ? [] : drafts[from](columns, at);
}

/** What says when a row of an entity became known; the first that its tables have. */
const moments: Readonly<Record<Recipe['from'], readonly string[]>> = {
  contact: ['createdAt'],
  deal: ['createdAt'],
  stage: ['changedAt'],
  subscription: ['startedAt'],
  payment: ['paidAt', 'dueAt'],
  activity: ['happenedAt'],
  ticket: ['openedAt'],
  answer: ['answeredAt'],
};

const drafts: Readonly<Record<Recipe['from'], (columns: readonly Column[], at: string) => Draft[]>> = {
  contact: (columns, at) => [
    { measure: 'count', at },
    { measure: 'count', at, windowDays: 90 },
    ...valuesOf(columns, 'role', 40)
      .slice(0, 1)
      .map((): Draft => ({ measure: 'members', of: 'role', at })),
    ...stacks(columns, { from: 'contact', at }),
  ],
  deal: draftDeals,
  stage: (columns, at) =>
    valuesOf(columns, 'stage', 40)
      .slice(0, 1)
      .flatMap((): Draft[] => [
        { measure: 'members', of: 'stage', at, called: 'stages_reached' },
        { measure: 'distinct', of: 'stage', at, called: 'stages_reached_count' },
      ]),
  subscription: draftSubscriptions,
  payment: (columns, at) => [
    ...counts(at),
    ...amounts(columns, (where) => [
      { measure: 'sum', of: 'amount', at, ...where },
      { measure: 'sum', of: 'amount', at, windowDays: 365, ...where },
      { measure: 'mean', of: 'amount', at, ...where },
      { measure: 'trend', of: 'amount', at, ...where },
    ]),
  ],
  activity: (columns, at) => [
    ...counts(at),
    { measure: 'trend', at },
    ...kinds(columns, at),
    ...valuesOf(columns, 'kind').map(
      (kind): Draft => ({ ...only('kind', kind), measure: 'count', at, windowDays: 90 }),
    ),
    ...['amount', ...attributes(columns, { from: 'activity', types: ['number'] })]
      .filter((of) => hasNumbers(columns, of))
      .flatMap((of): Draft[] => [
        { measure: 'sum', of, at },
        { measure: 'sum', of, at, windowDays: 90 },
      ]),
    ...stacks(columns, { from: 'activity', at }),
  ],
  ticket: draftTickets,
  answer: (columns, at) => [{ measure: 'count', at }, ...scores(columns, at)],
};

/** Deals that ended before: only of those is it known how. */
function draftDeals(columns: readonly Column[], at: string): Draft[] {
  const hasEnd = hasMoments(columns, 'closedAt');
  const stages = (end: 'won' | 'lost') => labelsOf(columns, 'stage').filter((label) => dealEnding(label) === end);
  const flags = labelsOf(columns, 'isWon').filter((label) => readFlag(label) === true);
  const won = flags.length > 0 ? { column: 'isWon', values: flags } : { column: 'stage', values: stages('won') };
  const ended = [
    { called: 'deals_won', where: won },
    { called: 'deals_lost', where: { column: 'stage', values: stages('lost') } },
  ].filter(({ where }) => hasEnd && where.values.length > 0);
  return [
    { measure: 'count', at },
    { measure: 'count', at, windowDays: 365 },
    ...ended.map((draft): Draft => ({ ...draft, measure: 'count', at: 'closedAt' })),
  ];
}

function draftSubscriptions(columns: readonly Column[], at: string): Draft[] {
  const running = hasMoments(columns, 'endedAt') ? { until: 'endedAt' } : null;
  return [
    { measure: 'count', at },
    { measure: 'daysSince', at },
    ...(running === null ? [] : [{ measure: 'count', at, ...running } as const]),
    ...(running === null ? [] : [{ measure: 'count', at: 'endedAt', called: 'subscriptions_ended' } as const]),
    ...valuesOf(columns, 'plan', 40)
      .slice(0, 1)
      .map((): Draft => ({ measure: 'latest', of: 'plan', at })),
    ...amounts(columns, (where) => [
      { measure: 'latest', of: 'amount', at, ...where },
      ...(running === null ? [] : [{ measure: 'sum', of: 'amount', at, ...running, ...where } as const]),
    ]),
    ...(hasNumbers(columns, 'seats') ? seats(at, running) : []),
    ...stacks(columns, { from: 'subscription', at }),
  ];
}

function seats(at: string, running: { until: string } | null): Draft[] {
  const latest: Draft = { measure: 'latest', of: 'seats', at };
  return running === null ? [latest] : [latest, { measure: 'sum', of: 'seats', at, ...running }];
}

/** How content somebody was, and how long it took, is known when a ticket is closed and not before. */
function draftTickets(columns: readonly Column[], at: string): Draft[] {
  const isClosed = hasMoments(columns, 'closedAt');
  const end = isClosed ? 'closedAt' : at;
  return [
    ...counts(at),
    { measure: 'trend', at },
    ...(isClosed ? [{ measure: 'count', at, until: 'closedAt' } as const] : []),
    ...kinds(columns, at),
    ...valuesOf(columns, 'priority').map((value): Draft => ({ ...only('priority', value), measure: 'count', at })),
    ...['satisfaction', ...attributes(columns, { from: 'ticket', types: ['number'] })]
      .filter((of) => hasNumbers(columns, of))
      .map((of): Draft => ({ measure: 'mean', of, at: end })),
  ];
}

function counts(at: string): Draft[] {
  const windows = [30, 90, 365].map((windowDays): Draft => ({ measure: 'count', at, windowDays }));
  return [{ measure: 'count', at }, ...windows, { measure: 'daysSince', at }];
}

function kinds(columns: readonly Column[], at: string): Draft[] {
  return labelsOf(columns, 'kind').length > 1 ? [{ measure: 'distinct', of: 'kind', at }] : [];
}

/** Sums over several currencies are no amounts: each gets its own. */
function amounts(columns: readonly Column[], make: (where: Pick<Draft, 'where'>) => Draft[]): Draft[] {
  if (!hasNumbers(columns, 'amount')) return [];
  const currencies = labelsOf(columns, 'currency');
  if (currencies.length <= 1) return make({});
  return currencies.slice(0, 6).flatMap((currency) => make(only('currency', currency)));
}

/** The latest answer to each question, where there are few. */
function scores(columns: readonly Column[], at: string): Draft[] {
  if (!hasNumbers(columns, 'score')) return [];
  const questions = labelsOf(columns, 'question');
  if (questions.length > 6) return [];
  const conditions = questions.length > 1 ? questions.map((question) => ({ question })) : [{ question: questions[0] }];
  return conditions.flatMap(({ question = '' }): Draft[] => {
    const where = questions.length > 1 ? only('question', question) : {};
    const isNps = /\bnps\b|net promoter|recommend/i.test(question);
    return [
      { measure: 'latest', of: 'score', at, ...where, ...(isNps ? { called: 'nps_latest' } : {}) },
      { measure: 'mean', of: 'score', at, ...where, ...(isNps ? { called: 'nps_mean' } : {}) },
    ];
  });
}

/** Columns that name tools: which of them an account uses. */
function stacks(columns: readonly Column[], { from, at }: { from: Recipe['from']; at: string }): Draft[] {
  return attributes(columns, { from, types: ['category', 'set'] })
    .filter((name) => guessKind(name) === 'technographic')
    .map((of) => ({ measure: 'members', of, at }));
}

/** Columns of these types that are no fields of the entity. */
function attributes(
  columns: readonly Column[],
  { from, types }: { from: Recipe['from']; types: readonly Column['type'][] },
): string[] {
  const fields: readonly string[] = from === 'stage' ? [] : fieldsOf[from];
  const found = columns.filter(({ name, type }) => types.includes(type) && !fields.includes(name));
  return [...new Set(found.map(({ name }) => name))];
}

function only(column: string, value: string): Pick<Recipe, 'where'> {
  return { where: { column, values: [value] } };
}

/** The values of a column that has few enough to be told one by one; none of another. */
function valuesOf(columns: readonly Column[], name: string, most = 6): string[] {
  const labels = labelsOf(columns, name);
  return labels.length <= most ? labels : [];
}

/** The distinct values that occur, in order of their code units. */
function labelsOf(columns: readonly Column[], name: string): string[] {
  const found = new Set<string>();
  for (const column of columns) {
    if (column.name !== name || column.type === 'date') continue;
    if (column.type === 'number') {
      for (const value of new Set(column.values)) if (!Number.isNaN(value)) found.add(String(value));
    } else for (const code of new Set(column.codes)) if (code >= 0) found.add(column.labels[code]);
  }
  return [...found].sort();
}

function hasMoments(columns: readonly Column[], name: string): boolean {
  return columns.some((c) => c.name === name && c.type === 'date' && c.values.some((value) => !Number.isNaN(value)));
}

function hasNumbers(columns: readonly Column[], name: string): boolean {
  return columns.some((c) => c.name === name && c.type === 'number' && c.values.some((value) => !Number.isNaN(value)));
}
