import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb/open-duckdb.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-engine-'));
  await writeFile(join(folder, 'other.csv'), 'a\n1\n');
});
afterAll(() => rm(folder, { recursive: true }));

async function ask(text: string, params: (string | number)[] = []) {
  const database = await openDuckdb({ readable: [join(folder, 'mine.parquet')] });
  try {
    return await database.query({ text, params });
  } finally {
    database.close();
  }
}

describe('openDuckdb', () => {
  it('answers in columns, with parameters and missing cells', async () => {
    const answer = await ask(
      "SELECT CAST(x AS DOUBLE) AS n, CASE WHEN x = 2 THEN NULL ELSE 'v' || x END AS t FROM range($1, 4) r(x) ORDER BY x",
      [1],
    );
    expect(answer).toEqual([
      { type: 'number', name: 'n', values: Float64Array.of(1, 2, 3) },
      { type: 'text', name: 't', codes: Int32Array.of(0, -1, 1), labels: ['v1', 'v3'] },
    ]);
  });

  it('keeps columns called like parts of objects, and answers without rows', async () => {
    expect(await ask('SELECT CAST(1 AS DOUBLE) AS "__proto__" LIMIT 0')).toEqual([
      { type: 'number', name: '__proto__', values: new Float64Array(0) },
    ]);
  });

  it.each([
    ['reads no file that was not named', "SELECT * FROM read_csv('{folder}/other.csv')"],
    ['writes no file', "COPY (SELECT 1) TO '{folder}/out.csv'"],
    ['attaches nothing', "ATTACH '{folder}/x.duckdb'"],
    ['installs nothing', 'INSTALL httpfs'],
    ['keeps its settings', 'SET enable_external_access = true'],
    ['says what is wrong with a statement', 'SELEC 1'],
  ])('%s', async (_, text) => {
    await expect(ask(text.replace('{folder}', folder))).rejects.toMatchObject({ code: 'ENGINE_FAILED' });
  });
});
