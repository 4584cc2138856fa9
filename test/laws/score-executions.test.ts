import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb/open-duckdb.js';
import { encodeParquet } from '../../src/engine/parquet/encode-parquet.js';
import { axisSize } from '../../src/model/axis-size.js';
import type { Axis, PairTerm, Scorecard, Term } from '../../src/model/scorecard.js';
import type { Column } from '../../src/model/table.js';
import { explainAccount } from '../../src/score/explain-account.js';
import { fitOf, pointsRange, tierOf } from '../../src/score/fit.js';
import type { AccountValue } from '../../src/score/place-value.js';
import { createAccountScorer } from '../../src/score/score-account.js';
import { scoreTable } from '../../src/score/score-table.js';
import { emitDuckdb } from '../../src/sql/emit-duckdb.js';
import { scoreAccounts } from '../../src/sql/score-accounts.js';

const folder = mkdtempSync(join(tmpdir(), 'assay-executions-'));
afterAll(() => rmSync(folder, { recursive: true }));

// Names that would end a quotation, and that a database folds to other cases.
const names = { first: `n"; DROP TABLE x; --`, second: 'Größe €', category: `c'); --`, set: 'SELECT "' } as const;
const words = [
  '',
  ' ',
  "it's",
  '"q"',
  "'); DROP TABLE accounts; --",
  'Ü',
  '日本',
  '\u0000',
  'a\nb',
  '\\',
  '$1',
  '{x}',
  '😀',
  'null',
];
const edges = [
  0,
  -0,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  5e-324,
  0.1,
  0.1 + 0.2,
  1e308,
  -1e308,
  2 ** 53,
];

const anyCut = fc.oneof(
  fc.constantFrom(...edges.filter((edge) => Number.isFinite(edge) && !Object.is(edge, -0))),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
  fc.integer({ min: -5, max: 5 }),
);
const points = fc.integer({ min: -5000, max: 5000 });
const cutsOf = fc.uniqueArray(anyCut, { maxLength: 12 }).map((cuts) => [...cuts].sort((a, b) => a - b));
const groupsOf = fc
  .uniqueArray(fc.constantFrom(...words), { maxLength: 6 })
  .chain((values) =>
    fc
      .array(fc.nat(2), { minLength: values.length, maxLength: values.length })
      .map((at) =>
        [0, 1, 2]
          .map((group) => ({ values: values.filter((_, i) => at[i] === group) }))
          .filter(({ values: own }) => own.length > 0),
      ),
  );
const anyAxis: fc.Arbitrary<Axis> = fc.oneof(
  fc
    .tuple(fc.constantFrom(names.first, names.second), cutsOf)
    .map(([attribute, cuts]) => ({ kind: 'numeric' as const, attribute, whole: false, cuts })),
  groupsOf.map((groups) => ({ kind: 'category' as const, attribute: names.category, groups })),
  fc.constantFrom(...words).map((member) => ({ kind: 'member' as const, attribute: names.set, member })),
);
const anyTerm: fc.Arbitrary<Term> = anyAxis.chain((axis) =>
  fc.array(points, { minLength: axisSize(axis), maxLength: axisSize(axis) }).map((row): Term => {
    const missing = row[row.length - 1];
    if (axis.kind === 'numeric') return { ...axis, points: row.slice(0, -1), missing };
    if (axis.kind === 'member') return { ...axis, points: row[0], without: row[1], missing };
    return {
      ...axis,
      groups: axis.groups.map((group, i) => ({ ...group, points: row[i] })),
      other: row[row.length - 2],
      missing,
    };
  }),
);
const anyPair: fc.Arbitrary<PairTerm> = fc.tuple(anyAxis, anyAxis).chain((axes) =>
  fc
    .array(fc.array(points, { minLength: axisSize(axes[1]), maxLength: axisSize(axes[1]) }), {
      minLength: axisSize(axes[0]),
      maxLength: axisSize(axes[0]),
    })
    .map((table) => ({ axes, points: table })),
);
const anyCard: fc.Arbitrary<Scorecard> = fc
  .record({
    base: points,
    terms: fc.array(anyTerm, { maxLength: 5 }),
    pairs: fc.array(anyPair, { maxLength: 3 }),
    cut: points,
  })
  .map(({ base, terms, pairs, cut }) => ({
    base,
    pointsPerLogit: 20,
    terms,
    pairs,
    calibration: { intercept: 0, slope: 0.05 },
    tierCuts: { ideal: cut, stretch: cut - 10 },
    typical: [...terms, ...pairs].map(() => 0),
  }));

interface Account {
  readonly first: number;
  readonly second: number;
  readonly category: string | null;
  readonly set: readonly string[] | null;
}

/** Accounts stand on the cuts of the card, beside them, and far from them. */
function accountsFor(card: Scorecard): fc.Arbitrary<Account[]> {
  const cuts = [...card.terms, ...card.pairs.flatMap(({ axes }) => axes)].flatMap((axis) =>
    axis.kind === 'numeric' ? axis.cuts : [],
  );
  const value = fc.oneof(
    fc.constantFrom(...edges, ...cuts, ...cuts.map((cut) => cut * (1 - Number.EPSILON))),
    fc.double(),
  );
  const word = fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 3 }));
  return fc.array(
    fc.record({
      first: value,
      second: value,
      category: fc.option(word),
      set: fc.option(fc.uniqueArray(word, { maxLength: 3 })),
    }),
    { minLength: 1, maxLength: 60 },
  );
}

function columnsOf(accounts: readonly Account[]): Column[] {
  const labels = [...new Set(accounts.flatMap(({ category }) => category ?? []))];
  const members = [...new Set(accounts.flatMap(({ set }) => set ?? []))];
  const offsets = Int32Array.from([0, ...accounts.map(({ set }) => set?.length ?? 0)]);
  for (let i = 1; i < offsets.length; i++) offsets[i] += offsets[i - 1];
  return [
    { type: 'number', name: names.first, values: Float64Array.from(accounts, ({ first }) => first), whole: false },
    { type: 'number', name: names.second, values: Float64Array.from(accounts, ({ second }) => second), whole: false },
    {
      type: 'category',
      name: names.category,
      codes: Int32Array.from(accounts, ({ category }) => (category === null ? -1 : labels.indexOf(category))),
      labels,
    },
    {
      type: 'set',
      name: names.set,
      offsets,
      codes: Int32Array.from(accounts.flatMap(({ set }) => (set ?? []).map((member) => members.indexOf(member)))),
      labels: members,
      missing: Uint8Array.from(accounts, ({ set }) => (set === null ? 1 : 0)),
    },
  ];
}

describe('law: one scorecard, three executions', () => {
  it('gives every account the same points in memory, in DuckDB, one at a time and taken apart', async () => {
    const database = await openDuckdb({ readable: [join(folder, 'accounts.parquet')] });
    let ran = 0;
    await fc.assert(
      fc.asyncProperty(
        anyCard.chain((card) => accountsFor(card).map((accounts) => ({ card, accounts }))),
        async ({ card, accounts }) => {
          ran++;
          const columns = columnsOf(accounts);
          const rowCount = accounts.length;
          const inMemory = [...scoreTable(card, { columns, rowCount })];

          const scoreOne = createAccountScorer(card);
          const valueAt =
            (account: Account) =>
            (attribute: string): AccountValue =>
              attribute === names.first
                ? account.first
                : attribute === names.second
                  ? account.second
                  : attribute === names.category
                    ? account.category
                    : account.set;
          expect(accounts.map((account) => scoreOne(valueAt(account)).points)).toEqual(inMemory);

          for (let row = 0; row < Math.min(3, rowCount); row++) {
            const { contributions, base } = explainAccount(card, { columns, rowCount, row });
            expect(contributions.reduce((sum, one) => sum + one.points, base)).toBe(inMemory[row]);
          }

          const file = join(folder, 'accounts.parquet');
          writeFileSync(
            file,
            Buffer.concat([
              ...encodeParquet({ columns, rowCount, lines: Int32Array.from(accounts.keys()), facts: {} }),
            ]),
          );
          const range = pointsRange(card);
          const { text, params } = emitDuckdb(
            scoreAccounts(card, { from: { kind: 'parquet', file }, range, withContributions: true }),
          );
          const [total, fit, tier] = await database.query({
            text: `SELECT CAST(points AS DOUBLE) AS points, CAST(fit AS DOUBLE) AS fit, tier FROM (${text}) AS scored`,
            params,
          });
          expect(total.type === 'number' && [...total.values]).toEqual(inMemory);
          expect(fit.type === 'number' && [...fit.values]).toEqual(inMemory.map((value) => fitOf(value, range)));
          expect(tier.type === 'text' && Array.from(tier.codes, (code) => tier.labels[code])).toEqual(
            inMemory.map((value) => tierOf(card, value)),
          );
        },
      ),
      { numRuns: 60, seed: 11 },
    );
    database.close();
    expect(ran).toBe(60);
  }, 60_000);
});
