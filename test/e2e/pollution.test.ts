import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pollutionFaults } from '../intake/pollution-faults.js';
import { tortureCorpus } from '../intake/torture-corpus.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-pollution-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('readFile on every polluted file', () => {
  it('loses no record and changes none: each pollution alone, and all pairs', async () => {
    const failed: Record<string, string[]> = {};
    for (const file of tortureCorpus()) {
      const found = await pollutionFaults(file, { folder }).catch((error: unknown) => [String(error)]);
      if (found.length > 0) failed[file.names.join(' + ')] = found;
    }
    expect(failed).toEqual({});
  });
});
