import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pollutionFaults } from './pollution-faults.js';
import { pollutions, tortureCorpus } from './torture-corpus.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-pollution-'));
});
afterAll(() => rm(folder, { recursive: true }));

const files = [...tortureCorpus()];
/** All of them are read by test/e2e/pollution.test.ts. */
const sampled = files.filter(({ names }, i) => names.length === 1 || i % 4 === 0);

describe('readFile on polluted files', () => {
  it('has at least 1,400 files to read', () => {
    expect(files.length).toBeGreaterThanOrEqual(1400);
  });

  it.each(Object.keys(pollutions))(
    '%s, alone and with some of the others: no record is lost, none is changed',
    async (name) => {
      const failed: Record<string, string[]> = {};
      for (const file of sampled.filter(({ names }) => names[0] === name)) {
        const found = await pollutionFaults(file, { folder }).catch((error: unknown) => [String(error)]);
        if (found.length > 0) failed[file.names.join(' + ')] = found;
      }
      expect(failed).toEqual({});
    },
  );
});
