import { spawnSync } from 'node:child_process';
import { createHash, type Hash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { outcomeColumn } from '../../src/demo/generate-company.js';
import { generateTable } from '../../src/demo/generate-table.js';
import { plantedShape } from '../../src/demo/planted-shape.js';
import { encodeParquet } from '../../src/engine/parquet/encode-parquet.js';
import { readParquet } from '../../src/intake/read-parquet.js';

const command = fileURLToPath(new URL('../../bin/assay.js', import.meta.url));
const preload = new URL('./set-threads.mjs', import.meta.url).href;
const engineThreads = [1, 2, 8];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-bytes-'));
  await writeAccounts('moderate.parquet', 1200);
  await writeAccounts('many.parquet', 300_000);
});
afterAll(() => rm(folder, { recursive: true }));

async function writeAccounts(name: string, accounts: number): Promise<void> {
  const spec = plantedShape('additive', { accounts, noise: 3, missing: 0.05 });
  const generated = generateTable(spec, { seed: 1 });
  const columns = [...generated.table.columns, outcomeColumn(spec, generated)];
  const lines = Int32Array.from({ length: accounts }, (_, row) => row + 2);
  await writeFile(join(folder, name), [...encodeParquet({ columns, rowCount: accounts, lines, facts: {} })]);
}

describe('assay learn', () => {
  it('writes the same bytes on 1, 2 and 8 threads of the engine and on one or two of its own', async () => {
    const written: string[] = [];
    for (const [run, ENGINE_THREADS] of engineThreads.entries()) {
      for (const LEARNING_THREADS of [1, 2]) {
        const output = join(folder, `icp-${run}-${LEARNING_THREADS}.yaml`);
        const words = ['learn', join(folder, 'moderate.parquet'), '--outcome', 'outcome=yes', '--time', 'seen_on'];
        const { status, stderr } = spawnSync(
          process.execPath,
          ['--import', preload, command, ...words, '--output', output, '--quiet'],
          {
            encoding: 'utf8',
            env: { ...process.env, LEARNING_THREADS: `${LEARNING_THREADS}`, ENGINE_THREADS: `${ENGINE_THREADS}` },
          },
        );
        expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
        written.push(hashOf(createHash('sha256').update(await readFile(output))));
      }
    }
    expect(new Set(written).size).toBe(1);
  }, 600_000);
});

describe('readParquet', () => {
  it('draws the same accounts in the same order in 20 readings on 1, 2 and 8 threads', async () => {
    const create = DuckDBInstance.create.bind(DuckDBInstance);
    const seen = new Set<string>();
    for (let reading = 0; reading < 20; reading++) {
      const threads = String(engineThreads[reading % engineThreads.length]);
      const spy = vi
        .spyOn(DuckDBInstance, 'create')
        .mockImplementation((path, options) => create(path, { ...options, threads }));
      const { columns, rowCount } = await readParquet(join(folder, 'many.parquet'), { mostRows: 100_000 });
      expect(spy).toHaveBeenCalled();
      spy.mockRestore();
      expect(rowCount).toBeLessThan(100_000);
      const hash = createHash('sha256');
      for (const column of columns) {
        if (column.type === 'text') hash.update(bytesOf(column.codes)).update(column.labels.join('\n'));
        else hash.update(bytesOf(column.values));
      }
      seen.add(hashOf(hash));
    }
    expect(seen.size).toBe(1);
  }, 600_000);
});

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array | Float64Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function hashOf(hash: Hash): string {
  return hash.digest('hex');
}
