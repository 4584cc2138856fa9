import { mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileApart } from '../../src/intake/read-file-apart.js';
import { zipOf } from '../intake/torture-corpus.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-limits-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function put(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('readFileApart: files made to do harm', () => {
  it('ends a reader that takes too much memory', async () => {
    // 40 MB of text that make half a gigabyte of lists.
    const path = await put('wide.jsonl', `[${'{"a":[[],[],[],[],[],[]]},'.repeat(1_500_000)}{"a":1}]`);
    await expect(readFileApart(path, { maxMemoryMb: 200 })).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      message: `${path} takes more than 200 MB of memory to read.`,
    });
  });

  it('refuses a file of one field of 1 GB before it is read', async () => {
    const path = join(folder, 'huge.csv');
    const file = await open(path, 'w');
    await file.write('id,note\n1,"');
    await file.close();
    await truncate(path, 1_073_741_824);
    await expect(readFileApart(path)).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      message: `${path}: 1073741824 bytes is over the limit of 536870912 bytes.`,
    });
  });

  it('refuses packed files that unpack to more than they may', async () => {
    const zeros = Buffer.alloc(120_000_000, 'a,b\n');
    for (const path of [await put('bomb.csv.gz', gzipSync(zeros)), await put('bomb.zip', zipOf(zeros, { size: 10 }))]) {
      await expect(readFileApart(path, { maxMemoryMb: 220 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    }
  });

  it('refuses more than 10,000 columns', async () => {
    const path = await put('columns.csv', `${'c,'.repeat(10_000)}c\n${'1,'.repeat(10_000)}1\n`);
    await expect(readFileApart(path)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    expect((await readFileApart(path, { mostColumns: 20_000 })).columns.length).toBe(10_001);
  });
});
