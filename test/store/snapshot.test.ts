import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/model/table.js';
import { readSnapshot } from '../../src/store/read-snapshot.js';
import { writeSnapshot } from '../../src/store/write-snapshot.js';
import { anyColumns } from '../engine/parquet/any-table.js';
import { newWorkspace, textTable } from './sample-import.js';

const sample = textTable(['id', 'size'], {
  rows: [
    ['1', 'large'],
    ['2', null],
  ],
});
const input = (table: Table, quarantined = 0) => ({
  entity: 'account' as const,
  table,
  quarantined,
  records: table.rowCount + quarantined,
});

describe('writeSnapshot', () => {
  it('names the file by its content and writes the manifest beside it', async () => {
    const { folder, workspace } = await newWorkspace();
    const manifest = await writeSnapshot(workspace, input(sample, 3));
    expect(manifest).toEqual({
      hash: 'e16054808c5f4493294ebb860038ea992c29eb8423fe505f26136a227d02effa',
      entity: 'account',
      source: { name: 'companies.csv', sha256: 'a'.repeat(64), records: 5 },
      accepted: 2,
      quarantined: 3,
      columns: [
        { name: 'id', type: 'text' },
        { name: 'size', type: 'text' },
      ],
      importedAt: '2026-03-01T09:00:01.000Z',
    });
    const names = readdirSync(join(folder, 'snapshots')).sort();
    expect(names).toEqual([`${manifest.hash}.json`, `${manifest.hash}.parquet`]);
    expect(JSON.parse(readFileSync(join(folder, 'snapshots', names[0]), 'utf8'))).toEqual(manifest);
    await workspace.close();
  });

  it('gives the same file for the same input, and heals one that was spoilt', async () => {
    const { folder, workspace } = await newWorkspace();
    const { hash } = await writeSnapshot(workspace, input(sample));
    const path = join(folder, 'snapshots', `${hash}.parquet`);
    const bytes = readFileSync(path);
    writeFileSync(path, 'spoilt');
    expect((await writeSnapshot(workspace, input(sample))).hash).toBe(hash);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(
      (
        await writeSnapshot(
          workspace,
          input(
            textTable(['id', 'size'], {
              rows: [
                ['1', 'large'],
                ['2', 'x'],
              ],
            }),
          ),
        )
      ).hash,
    ).not.toBe(hash);
    await workspace.close();
  });

  it('refuses records that do not add up, and leaves nothing behind', async () => {
    const { folder, workspace } = await newWorkspace();
    await expect(writeSnapshot(workspace, { ...input(sample), records: 3 })).rejects.toMatchObject({
      message: 'companies.csv: 2 accepted and 0 quarantined records are not the 3 of the file.',
    });
    await expect(writeSnapshot(workspace, input(textTable(['a'], { rows: [['\ud800']] })))).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    });
    expect(readdirSync(join(folder, 'snapshots'))).toEqual([]);
    await workspace.close();
  });
});

describe('readSnapshot', () => {
  it('gives back every table as it went in', async () => {
    const { workspace } = await newWorkspace();
    const tables = fc
      .integer({ min: 0, max: 12 })
      .chain((rowCount) =>
        fc.tuple(anyColumns(rowCount), fc.array(fc.nat(), { minLength: rowCount, maxLength: rowCount })),
      );
    await fc.assert(
      fc.asyncProperty(tables, async ([columns, lines]) => {
        const table = {
          source: 'a\0 \u{1F600}.csv',
          snapshot: 'b'.repeat(64),
          rowCount: lines.length,
          lines: Int32Array.from(lines),
          columns,
        };
        const manifest = await writeSnapshot(workspace, input(table));
        expect(await readSnapshot(workspace, manifest.hash)).toEqual({ manifest, table });
      }),
      { seed: 5, numRuns: 60 },
    );
    await workspace.close();
  });

  it('refuses bytes that are not those of the name, and names that are none', async () => {
    const { folder, workspace } = await newWorkspace();
    const { hash } = await writeSnapshot(workspace, input(sample));
    const path = join(folder, 'snapshots', `${hash}.parquet`);
    const bytes = readFileSync(path);
    bytes[20] ^= 1;
    writeFileSync(path, bytes);
    await expect(readSnapshot(workspace, hash)).rejects.toMatchObject({
      code: 'WORKSPACE_DAMAGED',
      message: expect.stringContaining(hash),
    });
    for (const unknown of ['../record', 'f'.repeat(64), ''])
      await expect(readSnapshot(workspace, unknown)).rejects.toMatchObject({ code: 'SNAPSHOT_UNKNOWN' });
    await workspace.close();
  });
});
