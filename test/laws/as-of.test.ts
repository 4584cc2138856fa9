import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveAttributes } from '../../src/intake/relate/derive-attributes.js';
import type { RelatedTable } from '../../src/intake/relate/mapped-table.js';
import { proposeRecipes } from '../../src/intake/relate/propose-recipes.js';
import type { Recipe } from '../../src/model/recipe.js';
import { relatedTable, valuesOf } from '../intake/relate/mapped-tables.js';

const day = 86_400_000;
const accountCount = 4;
/** Few moments, so that many fall on the same one and on decisions. */
const moment = fc.integer({ min: 0, max: 12 }).map((step) => step * 40 * day);
const decision = fc.oneof(moment, fc.constant(Number.NaN), fc.constant(Number.NEGATIVE_INFINITY));
const asOf = 11 * 40 * day;

interface Row {
  readonly account: number;
  readonly openedAt: number | null;
  readonly closedAt: number | null;
  readonly priority: string | null;
  readonly hours: number | null;
}
const row = fc.record<Row>({
  account: fc.integer({ min: -1, max: accountCount - 1 }),
  openedAt: fc.option(moment),
  closedAt: fc.option(moment),
  priority: fc.option(fc.constantFrom('low', 'high', 'Ünder')),
  hours: fc.option(fc.constantFrom(0.1, 0.2, 0.3, 1e16, -1e16, 7)),
});

function tableOf(rows: readonly Row[]): RelatedTable {
  const cells = <K extends keyof Row>(key: K) => rows.map((each) => each[key]);
  const columns = { openedAt: cells('openedAt'), closedAt: cells('closedAt'), hours: cells('hours') };
  return relatedTable('ticket', {
    accountOf: cells('account'),
    ...columns,
    priority: cells('priority'),
  });
}

const common = { from: 'ticket', at: 'openedAt' } as const;
const recipes: Recipe[] = [
  { name: 'count', ...common, measure: 'count' },
  { name: 'window', ...common, measure: 'count', windowDays: 80 },
  { name: 'open', ...common, measure: 'count', until: 'closedAt' },
  { name: 'high', ...common, measure: 'sum', of: 'hours', where: { column: 'priority', values: ['high'] } },
  { name: 'sum', ...common, measure: 'sum', of: 'hours' },
  { name: 'mean', ...common, at: 'closedAt', measure: 'mean', of: 'hours' },
  { name: 'latest', ...common, measure: 'latest', of: 'hours' },
  { name: 'priority', ...common, measure: 'latest', of: 'priority' },
  { name: 'priorities', ...common, measure: 'members', of: 'priority' },
  { name: 'distinct', ...common, measure: 'distinct', of: 'hours' },
  { name: 'recency', ...common, measure: 'daysSince' },
  { name: 'trend', ...common, measure: 'trend' },
  { name: 'growth', ...common, measure: 'trend', of: 'hours' },
];

function derive(rows: readonly Row[], decisions: readonly number[], order = recipes): unknown {
  const decisionTime = Float64Array.from(decisions);
  // A row that nothing counts keeps every column in the table, whatever the others hold.
  const anchor: Row = { account: -1, openedAt: 0, closedAt: 0, priority: 'low', hours: 1 };
  const { columns, attributes } = deriveAttributes({
    accounts: { rowCount: accountCount },
    decisionTime,
    tables: [tableOf([...rows, anchor])],
    recipes: order,
    asOf,
  });
  return { columns, values: columns.map(valuesOf), attributes };
}

describe('law: attributes as of the decision', () => {
  const decisions = fc.array(decision, { minLength: accountCount, maxLength: accountCount });
  const rows = fc.array(row, { maxLength: 25 });

  it('no row at or after the decision of its account changes anything, to the last bit', () => {
    fc.assert(
      fc.property(rows, rows, decisions, (before, more, times) => {
        const isLate = ({ account, openedAt, closedAt }: Row) => {
          if (account < 0) return true;
          const decided = Number.isNaN(times[account]) ? asOf : Math.min(times[account], asOf);
          return (openedAt ?? decided) >= decided && (closedAt ?? decided) >= decided;
        };
        expect(derive([...before, ...more.filter(isLate)], times)).toEqual(derive(before, times));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('the order of the rows changes nothing, to the last bit', () => {
    const shuffled = rows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, decisions, ([all, other], times) => {
        expect(derive(other, times)).toEqual(derive(all, times));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('one table in two parts is one table, and recipes do not see each other', () => {
    fc.assert(
      fc.property(rows, fc.nat(25), decisions, (all, cut, times) => {
        const anchor: Row = { account: -1, openedAt: 0, closedAt: 0, priority: 'low', hours: 1 };
        const decisionTime = Float64Array.from(times);
        const run = (parts: readonly (readonly Row[])[], some: readonly Recipe[]) =>
          deriveAttributes({
            accounts: { rowCount: accountCount },
            decisionTime,
            tables: parts.map((part) => tableOf([...part, anchor])),
            recipes: some,
            asOf,
          }).columns;
        const whole = run([all], recipes);
        expect(run([all.slice(0, cut), all.slice(cut)], recipes)).toEqual(whole);
        expect(recipes.flatMap((recipe) => run([all], [recipe]))).toEqual(whole);
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it('a planted leak, tickets opened after the churn, is there without the decision and gone with it', () => {
    // Forty accounts with a ticket each; the odd ones churn, and then ask for their data back.
    const accounts = Array.from({ length: 40 }, (_, i) => i);
    const churn = 100 * day;
    const churned = accounts.filter((i) => i % 2 === 1);
    const table = relatedTable('ticket', {
      accountOf: [...accounts, ...churned, ...churned],
      openedAt: [...accounts.map((i) => (i + 1) * day), ...churned.map(() => churn), ...churned.map(() => churn + day)],
    });
    const proposed = proposeRecipes([table.table]);
    const run = (decisionTime: Float64Array) =>
      deriveAttributes({
        accounts: { rowCount: 40 },
        decisionTime,
        tables: [table],
        recipes: proposed,
        asOf: churn + 9 * day,
      });
    const difference = (decisionTime: Float64Array) => {
      const counts = valuesOf(run(decisionTime).columns[0]) as number[];
      const mean = (odd: number) => counts.reduce((sum, count, i) => sum + (i % 2 === odd ? count / 20 : 0), 0);
      return mean(1) - mean(0);
    };
    expect(proposed[0].name).toBe('tickets');
    expect(difference(new Float64Array(40).fill(Number.NaN))).toBeCloseTo(2, 12);
    expect(difference(new Float64Array(40).fill(churn))).toBeCloseTo(0, 12);
  });
});
