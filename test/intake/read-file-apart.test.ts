import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFile } from '../../src/intake/read-file.js';
import { readFileApart } from '../../src/intake/read-file-apart.js';
import { workbook } from './workbook.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-apart-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function put(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('readFileApart', () => {
  it('gives what readFile gives', async () => {
    const many = Array.from({ length: 9000 }, (_, i) => `${i},Vélo ${i} 👩‍👧,${i % 3 === 0 ? '' : i % 7}`).join('\n');
    for (const path of [
      await put('text.csv', `id,name,seats\n${many}\nbad\n`),
      await put(
        'book.xlsx',
        workbook({
          S: [
            ['day', 'n'],
            [new Date('2024-02-29T00:00:00Z'), 5],
          ],
        }),
      ),
    ]) {
      expect(await readFileApart(path)).toEqual(await readFile(path));
    }
  });

  it('passes errors and options on', async () => {
    await expect(readFileApart(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
    const path = await put('wide.csv', 'a,b,c\n1,2,3\n');
    await expect(readFileApart(path, { mostColumns: 2 })).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      message: `${path} has 3 columns; the limit is 2.`,
    });
  });

  it('ends a reader that takes too long', async () => {
    const path = await put('slow.csv', 'a,b\n1,2\n');
    await expect(readFileApart(path, { maxSeconds: 0.01 })).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      message: `${path} takes more than 0.01 seconds to read.`,
    });
  });
});
