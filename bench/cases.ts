import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { demoCompanies } from '../src/demo/demo-companies.js';
import { outcomeColumn } from '../src/demo/generate-company.js';
import { generateTable } from '../src/demo/generate-table.js';
import { printCsv } from '../src/demo/print-csv.js';
import { openDuckdb } from '../src/engine/duckdb/open-duckdb.js';
import { assignTypes } from '../src/intake/assign-types.js';
import { findDuplicates } from '../src/intake/find-duplicates.js';
import { readFile } from '../src/intake/read-file.js';
import { readFileApart } from '../src/intake/read-file-apart.js';
import { createRandom } from '../src/stats/random.js';
import { learnProfile } from '../src/workspace/learn-profile.js';
import { accountValueCases } from './account-value-cases.js';
import { scoreCases } from './score-cases.js';
import { searchCodes, segmentCodes } from './segment-codes.js';
import { valueCases } from './value-cases.js';

export interface BenchCase {
  /** What is measured, for the line that is printed. */
  readonly about: Readonly<Record<string, unknown>>;
  /** Makes the input; not counted. */
  prepare(): Promise<string>;
  run(prepared: string): Promise<void>;
}

const learnedAttributes = 20;

export const cases: Readonly<Record<string, BenchCase>> = {
  ...scoreCases,
  ...accountValueCases,
  ...valueCases,
  'learn-100k': {
    about: { what: 'assay learn on a CSV file, hold-out proof and all', rows: 100_000, columns: learnedAttributes },
    prepare: () => demoFile(100_000),
    run: async (file) => {
      await learnProfile(file, { outcome: 'status=won', id: 'account_id' });
    },
  },
  'read-csv-1m': {
    about: { what: 'a CSV file read, typed and looked through for duplicates', rows: 1_000_000, columns: 20 },
    prepare: () => wideFile(1_000_000),
    run: async (file) => {
      const raw = await readFile(file);
      const { findings } = assignTypes(raw);
      findDuplicates(raw, { id: 'id', findings });
    },
  },
  'read-csv-apart-1m': {
    about: { what: 'the same file read in a process apart; peak of this process', rows: 1_000_000, columns: 20 },
    prepare: () => wideFile(1_000_000),
    run: async (file) => {
      await readFileApart(file);
    },
  },
  'segments-1m': {
    about: { what: 'the ten best conjunctions of up to three of 100 selectors, exactly, from codes', rows: 1_000_000 },
    prepare: async () => segmentCodes(1_000_000),
    run: async (file) => {
      searchCodes(file);
    },
  },
  'duckdb-csv-1m': {
    about: { what: "DuckDB's read_csv as text and COPY to Parquet, nothing checked", rows: 1_000_000, columns: 20 },
    prepare: () => wideFile(1_000_000),
    run: async (file) => {
      const parquet = `${file}.parquet`;
      const database = await openDuckdb({ readable: [file, parquet] });
      const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`;
      await database.query({
        text: `COPY (SELECT * FROM read_csv(${quoted(file)}, all_varchar = true, header = true)) TO ${quoted(parquet)} (FORMAT parquet)`,
        params: [],
      });
      database.close();
    },
  },
};

/** Accounts as CRM exports have them: three columns nearly all different, dates, amounts, sets, categories, 2 % duplicates. */
async function wideFile(rows: number): Promise<string> {
  const folder = join(tmpdir(), 'assay-bench');
  const file = join(folder, `wide-${rows}.csv`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  await pipeline(Readable.from(wideRows(rows)), createWriteStream(file));
  return file;
}

function* wideRows(rows: number): Generator<string> {
  const { next: random } = createRandom(1);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = (words: readonly string[]) => words[below(words.length)];
  const words = 'North,Linden,Hollow,Copper,Silver,Amber,Cedar,River,Stone,Harbor,Falcon,Maple'.split(',');
  const tools = 'Slack,Jira,HubSpot,Salesforce,Zendesk,Notion,Asana,Figma'.split(',');
  const two = (value: number) => String(value).padStart(2, '0');
  yield 'id,created,industry,country,region,company,domain,employees,revenue,ownership,stage,founded,stack,tools,cloud,need,note,score,role,status\n';
  let piece = '';
  for (let row = 0; row < rows; row++) {
    const key = row % 50 === 49 ? row - 7 : row;
    const name = `${words[key % 12]}${words[Math.floor(key / 12) % 12].toLowerCase()} ${key}`;
    const set = tools.filter(() => random() < 0.3).join(';');
    piece += `A-${100_000 + row},20${two(20 + below(5))}-${two(1 + below(12))}-${two(1 + below(28))},industry ${below(12)},country ${below(30)},region ${below(5)},"${name}, Inc.",${name.replaceAll(' ', '-').toLowerCase()}.example,${below(20_000)},$${below(5000)}000,${pick(['Public', 'Private equity', 'Family'])},stage ${below(4)},${1950 + below(75)},${set},${below(10)},${pick(['AWS', 'Azure', 'On-premise', ''])},need ${below(6)},note ${below(40)},${below(1000) / 10},role ${below(6)},${pick(['won', 'lost'])}\n`;
    if (row % 1000 === 999) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

/** Accounts of the B2B demo company with the outcome and as many other columns as named, made once. */
async function demoFile(accounts: number): Promise<string> {
  const folder = join(tmpdir(), 'assay-bench');
  const file = join(folder, `tech-titan-${accounts}.csv`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const spec = demoCompanies['tech-titan'];
  const generated = generateTable(spec, { seed: 1, accounts });
  const columns = [...generated.table.columns.slice(0, learnedAttributes), outcomeColumn(spec, generated)];
  await pipeline(
    Readable.from(printCsv({ columns }, { from: 0, to: generated.table.rowCount })),
    createWriteStream(file),
  );
  return file;
}
