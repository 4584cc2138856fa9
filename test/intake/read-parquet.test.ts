import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFile } from '../../src/intake/read-file.js';
import { contentOf as content } from './raw-table.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-parquet-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('readParquet', () => {
  it('reads types without losing digits, in file order', async () => {
    const path = join(folder, "it's.parquet");
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`COPY (SELECT * FROM (VALUES
      (1::BIGINT, 9007199254740993::BIGINT, 1.5::DECIMAL(10,2), 12345678901234567.25::DECIMAL(20,2), DATE '2024-01-31', ['Slack','Jira'], 'é', true, {'a': 1}),
      (2::BIGINT, 5::BIGINT, NULL, NULL, NULL, NULL, '', NULL, NULL)
    ) t(small, wide, money, exact, day, stack, "na""me", flag, struct)) TO '${path.replaceAll("'", "''")}' (FORMAT parquet)`);
    const table = await readFile(path);
    expect(table).toMatchObject({ format: 'parquet', rowCount: 2, quarantined: [] });
    expect(content(table)).toEqual({
      small: [1, 2],
      wide: ['9007199254740993', '5'],
      money: [1.5, null],
      exact: ['12345678901234567.25', null],
      day: [Date.UTC(2024, 0, 31), null],
      stack: ['Slack;Jira', null],
      'na"me': ['é', null],
      flag: ['true', null],
      struct: ['{"a":1}', null],
    });
    expect(table.columns.find(({ name }) => name === 'day')?.type).toBe('date');
  });
});

describe('readParquet: odd types', () => {
  it('reads each value as it is', async () => {
    const path = join(folder, 'odd.parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`COPY (SELECT * FROM (VALUES
      (0.1::FLOAT, 18446744073709551615::UBIGINT, TIMESTAMP '2024-01-31 12:00:00.123456', TIMESTAMPTZ '2024-01-31 12:00:00+02', TIME '12:34:56', '\\xAB\\x00'::BLOB, chr(65279) || 'x', ['a;b', 'c|d'], ['a', NULL], [1, 2], MAP {'k': 'v'}, 'ffffffff-0000-1111-2222-333333333333'::UUID, {'a': [{'b': 1}]}, 123456789012345678901234567890.12::DECIMAL(38,2)),
      (NULL, NULL, NULL, NULL, NULL, NULL, chr(65279), ['a;b'], [], NULL, NULL, NULL, NULL, -0.01)
    ) t(f, u, ts, tz, t, b, bom, l, n, i, m, id, s, d)) TO '${path}' (FORMAT parquet)`);
    expect(content(await readFile(path))).toEqual({
      f: [0.1, null],
      u: ['18446744073709551615', null],
      ts: [Date.UTC(2024, 0, 31, 12) + 123.456, null],
      tz: [Date.UTC(2024, 0, 31, 10), null],
      t: ['12:34:56', null],
      b: ['\\xAB\\x00', null],
      bom: ['\ufeffx', '\ufeff'],
      l: ['["a;b","c|d"]', '["a;b"]'],
      n: ['["a",null]', null],
      i: ['[1,2]', null],
      m: ['{"k":"v"}', null],
      id: ['ffffffff-0000-1111-2222-333333333333', null],
      s: ['{"a":[{"b":1}]}', null],
      d: ['123456789012345678901234567890.12', '-0.01'],
    });
  });

  it('says what it cannot hold: NaN, and moments finer than milliseconds', async () => {
    const path = join(folder, 'loss.parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(
      `COPY (SELECT * FROM (VALUES (1.5::DOUBLE, TIMESTAMP '2024-01-01 01:02:03.456789'), ('NaN'::DOUBLE, TIMESTAMP '2024-01-01')) t(f, moment)) TO '${path}' (FORMAT parquet)`,
    );
    expect((await readFile(path)).notes).toEqual([
      'f: values that are NaN (not a number) and count as empty: 1.',
      'moment: values that are finer than milliseconds, and cut to them where they are shown: 1.',
    ]);
  });
});
