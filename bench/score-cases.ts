import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuckdb } from '../src/engine/duckdb/open-duckdb.js';
import { encodeParquet } from '../src/engine/parquet/encode-parquet.js';
import type { Profile } from '../src/model/profile.js';
import type { CategoryTerm, NumericTerm, Scorecard } from '../src/model/scorecard.js';
import type { Column } from '../src/model/table.js';
import { parseProfile } from '../src/profile/parse-profile.js';
import { compileCard } from '../src/score/compile-card.js';
import { pointsRange } from '../src/score/fit.js';
import { placeAccounts } from '../src/score/place-accounts.js';
import { addPoints, scoreTable } from '../src/score/score-table.js';
import { emitDuckdb } from '../src/sql/emit-duckdb.js';
import { scoreAccounts } from '../src/sql/score-accounts.js';
import { createRandom } from '../src/stats/random.js';
import { createScorer } from '../src/workspace/create-scorer.js';
import type { BenchCase } from './cases.js';

const rowCount = 1_000_000;

/** A card of half numbers and half categories, each of so many rows. */
function cardOf({ attributes, rows }: { attributes: number; rows: number }): Scorecard {
  const half = Array.from({ length: attributes / 2 }, (_, i) => i);
  const numbers = half.map((i): NumericTerm => {
    const cuts = Array.from({ length: rows - 1 }, (_, k) => (1000 * (k + 1)) / rows);
    return {
      kind: 'numeric',
      attribute: `n${i}`,
      whole: false,
      cuts,
      points: Array.from({ length: rows }, (_, k) => 3 * k - i),
      missing: 1,
    };
  });
  const categories = half.map((i): CategoryTerm => {
    const groups = Array.from({ length: rows }, (_, k) => ({
      values: Array.from({ length: 12 }, (_, v) => v).flatMap((v) => (v % rows === k ? [`value ${v}`] : [])),
      points: 5 * k - i,
    }));
    return {
      kind: 'category',
      attribute: `c${i}`,
      groups: groups.filter(({ values }) => values.length > 0),
      other: 0,
      missing: 1,
    };
  });
  const terms = [...numbers, ...categories];
  return {
    base: 100,
    pointsPerLogit: 20,
    terms,
    pairs: [],
    calibration: { intercept: -2, slope: 0.05 },
    tierCuts: { ideal: 120, stretch: 90 },
    typical: terms.map(() => 2),
  };
}

function accounts(attributes: number): Column[] {
  const random = createRandom(1);
  const labels = Array.from({ length: 12 }, (_, v) => `value ${v}`);
  return Array.from({ length: attributes }, (_, i): Column => {
    if (i < attributes / 2)
      return {
        type: 'number',
        name: `n${i}`,
        values: Float64Array.from({ length: rowCount }, () => 1000 * random.next()),
        whole: false,
      };
    const codes = Int32Array.from({ length: rowCount }, () => random.int(13) - 1);
    return { type: 'category', name: `c${i - attributes / 2}`, codes, labels };
  });
}

/** The three executions of a scorecard. */
export const scoreCases: Readonly<Record<string, BenchCase>> = {
  'score-codes-1m': inMemory('accounts that are coded already, 20 attributes of 31 rows', ({ card, columns }) => {
    const compiled = compileCard(card);
    const byName = new Map(columns.map((column) => [column.name, column]));
    const codes = compiled.axes.map((axis) =>
      Uint8Array.from(placeAccounts(axis, { column: byName.get(axis.attribute), rowCount })),
    );
    return () => {
      const into = new Int32Array(rowCount);
      const block = 2048;
      for (let from = 0; from < rowCount; from += block) {
        const to = Math.min(rowCount, from + block);
        addPoints(compiled, { codes: codes.map((each) => each.subarray(from, to)), into: into.subarray(from, to) });
      }
    };
  }),
  'score-columns-1m': inMemory('typed columns in memory, 20 attributes of 31 rows', ({ card, columns }) => () => {
    scoreTable(card, { columns, rowCount });
  }),
  'score-duckdb-1m': {
    about: { what: 'exported SQL over a Parquet file, 12 attributes of 3 rows: points, fit and tier', rows: rowCount },
    prepare: async () => {
      const folder = join(tmpdir(), 'assay-bench');
      const file = join(folder, `score-${rowCount}.parquet`);
      if (existsSync(file)) return file;
      mkdirSync(folder, { recursive: true });
      const lines = Int32Array.from({ length: rowCount }, (_, row) => row + 1);
      writeFileSync(file, Buffer.concat([...encodeParquet({ columns: accounts(12), rowCount, lines, facts: {} })]));
      return file;
    },
    run: async (file) => {
      const card = cardOf({ attributes: 12, rows: 3 });
      const database = await openDuckdb({ readable: [file] });
      const { text, params } = emitDuckdb(
        scoreAccounts(card, { from: { kind: 'parquet', file }, range: pointsRange(card) }),
      );
      await database.query({
        text: `SELECT CAST(sum(points) AS DOUBLE) AS points, CAST(sum(fit) AS DOUBLE) AS fit, CAST(count(tier) AS DOUBLE) AS tiers FROM (${text}) AS scored`,
        params,
      });
      database.close();
    },
  },
  'score-one': oneByOne(),
};

function inMemory(
  what: string,
  prepared: (from: { card: Scorecard; columns: readonly Column[] }) => () => void,
): BenchCase {
  let run = () => {};
  return {
    about: { what, rows: rowCount },
    prepare: async () => {
      run = prepared({ card: cardOf({ attributes: 20, rows: 31 }), columns: accounts(20) });
      // Once before, so that compiling is not measured.
      run();
      return '';
    },
    run: async () => run(),
  };
}

function oneByOne(): BenchCase {
  const records = 20_000;
  const card = cardOf({ attributes: 20, rows: 6 });
  const attributes = card.terms.map(
    ({ kind, attribute: name }) =>
      ({ name, kind: 'firmographic', type: kind === 'numeric' ? 'number' : 'category' }) as const,
  );
  const profile: Profile = {
    ...parseProfile('assay: 1\nname: bench\nmarket: b2b\nbest: {outcome: won}\n', { file: 'bench' }),
    verdict: 'publishable',
    attributes,
    scorecard: card,
  };
  const score = createScorer(profile);
  const random = createRandom(2);
  const some = Array.from({ length: 100 }, () =>
    Object.fromEntries(
      attributes.map(({ name, type }) => [name, type === 'number' ? 1000 * random.next() : `value ${random.int(14)}`]),
    ),
  );
  const run = async () => {
    for (let i = 0; i < records; i++) score(some[i % some.length]);
  };
  return {
    about: { what: 'one record at a time with its reasons, 20 attributes', records },
    prepare: async () => {
      await run();
      return '';
    },
    run,
  };
}
