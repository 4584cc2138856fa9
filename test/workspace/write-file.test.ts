import { mkdtemp, readdir, readFile, writeFile as write } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AssayError } from '../../src/errors.js';
import { writeFile } from '../../src/workspace/write-file.js';

const folder = () => mkdtemp(join(tmpdir(), 'assay-write-'));

describe('writeFile', () => {
  it('passes on what the making of a part says, and leaves the file as it was', async () => {
    const path = join(await folder(), 'scores.csv');
    await write(path, 'before');
    const parts = async function* () {
      yield 'half';
      throw new AssayError('COLUMN_UNKNOWN', { detail: 'no such column', hint: 'name another' });
    };
    await expect(writeFile(path, parts())).rejects.toMatchObject({ code: 'COLUMN_UNKNOWN', message: 'no such column' });
    expect(await readFile(path, 'utf8')).toBe('before');
    expect(await readdir(join(path, '..'))).toEqual(['scores.csv']);
  });

  it('names the file that could not be written', async () => {
    const path = join(await folder(), 'nowhere', 'scores.csv');
    await expect(writeFile(path, 'x')).rejects.toMatchObject({ code: 'WRITE_FAILED', place: { file: path } });
  });
});
