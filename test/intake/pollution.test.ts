import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFile } from '../../src/intake/read-file.js';
import { pollutions, type TortureFile, tortureCorpus } from './torture-corpus.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-pollution-'));
});
afterAll(() => rm(folder, { recursive: true }));

const files = [...tortureCorpus()];

/** What is wrong with how a file was read; empty where nothing is. */
async function faults({ bytes, records, damaged }: TortureFile): Promise<string[]> {
  const path = join(folder, 'export.csv');
  await writeFile(path, bytes);
  const table = await readFile(path);
  const got = Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((column) => (column.type === 'text' ? (column.labels[column.codes[row]] ?? '') : '')),
  );
  const kept = got.filter(([id]) => id !== 'bad');
  const wrong = records.findIndex((record, i) => JSON.stringify(record) !== JSON.stringify(kept[i]));
  return [
    ...(wrong < 0 && kept.length === records.length ? [] : [`record ${wrong}: ${JSON.stringify(kept[wrong])}`]),
    ...(table.rowCount + table.quarantined.length === records.length + damaged
      ? []
      : [`${table.rowCount} + ${table.quarantined.length} records, not ${records.length} + ${damaged}`]),
    ...(table.quarantined.every(({ raw }) => raw.startsWith('bad')) ? [] : ['a sound record is quarantined']),
    ...(damaged === table.quarantined.length ? [] : ['a damaged record is accepted']),
  ].map((fault) => fault.slice(0, 200));
}

describe('readFile on polluted files', () => {
  it('has at least 500 files to read', () => {
    expect(files.length).toBeGreaterThanOrEqual(500);
  });

  it.each(Object.keys(pollutions))(
    '%s, alone and with the others: no record is lost, none is changed',
    async (name) => {
      const failed: Record<string, string[]> = {};
      for (const file of files.filter(({ names }) => names[0] === name)) {
        const found = await faults(file).catch((error: unknown) => [String(error)]);
        if (found.length > 0) failed[file.names.join(' + ')] = found;
      }
      expect(failed).toEqual({});
    },
  );
});
