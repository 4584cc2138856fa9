import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectGarbage } from '../../src/store/collect-garbage.js';
import { compareImports } from '../../src/store/compare-imports.js';
import { latestImports, listImports, readMerges, readQuarantined } from '../../src/store/list-imports.js';
import { openWorkspace } from '../../src/store/open-workspace.js';
import { recordImport } from '../../src/store/record-import.js';
import { undoImport, undoMerge } from '../../src/store/undo-import.js';
import { writeSnapshot } from '../../src/store/write-snapshot.js';
import { clock, importTable, mappingOf, newWorkspace, textTable } from './sample-import.js';

const january = textTable(['id', 'size'], {
  rows: [
    ['1', 'small'],
    ['2', 'small'],
    ['3', 'large'],
  ],
});
const february = textTable(['id', 'size', 'plan'], {
  rows: [
    ['2', 'large'],
    ['3', 'large'],
    ['4', null],
  ].map((row) => [...row, 'pro']),
});
const contacts = textTable(['id'], { rows: [['c']], source: 'contacts.csv' });

describe('recordImport', () => {
  it('keeps files, mappings, quarantined records and merges to the last byte, also when opened anew', async () => {
    const { folder, workspace } = await newWorkspace();
    const quarantined = [{ line: 4, reason: 'an odd "quote"', raw: '\0"a\0b",\ud800\u{1F600}\r\n', before: 3 }];
    const manifest = await writeSnapshot(workspace, { entity: 'account', table: january, quarantined: 1, records: 4 });
    const merges = [
      { kept: '1', merged: '2', score: 0.97, reason: 'same domain', isReversible: true },
      { kept: '1', merged: '3\0', score: 1, reason: 'same id', isReversible: false },
    ];
    const entry = await recordImport(workspace, {
      files: [{ manifest, mapping: mappingOf(january), quarantined }],
      merges,
    });
    await workspace.close();
    const reader = await openWorkspace(folder, { now: clock(), access: 'read' });
    expect(await listImports(reader)).toEqual([entry]);
    expect(entry).toEqual({
      id: 1,
      key: null,
      createdAt: '2026-03-01T09:00:02.000Z',
      undoneAt: null,
      files: [
        {
          importId: 1,
          position: 0,
          manifest: { ...manifest, importedAt: '2026-03-01T09:00:02.000Z' },
          mapping: mappingOf(january),
        },
      ],
    });
    expect(await readQuarantined(reader, { importId: 1, position: 0 })).toEqual(quarantined);
    expect(await readMerges(reader, 1)).toEqual(
      merges.map((merge, i) => ({ ...merge, id: i + 1, importId: 1, undoneAt: null })),
    );
    await reader.close();
  });

  it('records an import of one key once', async () => {
    const { workspace } = await newWorkspace();
    const first = await importTable(workspace, { table: january, key: 'job 7' });
    expect(await importTable(workspace, { table: january, key: 'job 7' })).toEqual(first);
    expect(await listImports(workspace)).toHaveLength(1);
    await workspace.close();
  });

  it('records nothing of an import that fails half way', async () => {
    const { workspace } = await newWorkspace();
    const manifest = await writeSnapshot(workspace, { entity: 'account', table: january, quarantined: 0, records: 3 });
    const file = { manifest, mapping: mappingOf(january), quarantined: [] };
    const missing = { ...file, manifest: { ...manifest, hash: 'e'.repeat(64) } };
    await expect(recordImport(workspace, { files: [file, missing], merges: [] })).rejects.toMatchObject({
      code: 'SNAPSHOT_UNKNOWN',
    });
    const merge = { kept: '1', merged: '2', score: Number.NaN, reason: 'no score', isReversible: true };
    await expect(recordImport(workspace, { files: [file], merges: [merge] })).rejects.toThrow('NOT NULL');
    expect(await listImports(workspace)).toEqual([]);
    expect((await importTable(workspace, { table: january })).files).toHaveLength(1);
    await workspace.close();
  });

  it('holds as many quarantined records as there are', async () => {
    const { workspace } = await newWorkspace();
    const quarantined = Array.from({ length: 12_345 }, (_, i) => ({
      line: i + 5,
      reason: 'too short',
      raw: `r${i}`,
      before: 3,
    }));
    await importTable(workspace, { table: january, quarantined });
    expect(await readQuarantined(workspace, { importId: 1, position: 0 })).toEqual(quarantined);
    await workspace.close();
  });
});

describe('undoImport', () => {
  it('makes the state before current again', async () => {
    const { workspace } = await newWorkspace();
    await importTable(workspace, { table: january });
    await importTable(workspace, { table: contacts });
    await importTable(workspace, { table: february });
    const current = async () =>
      (await latestImports(workspace)).map(({ importId, manifest }) => [importId, manifest.source.name]);
    expect(await current()).toEqual([
      [2, 'contacts.csv'],
      [3, 'companies.csv'],
    ]);
    const undone = await undoImport(workspace, 3);
    expect(undone.undoneAt).toBe((await listImports(workspace))[2].undoneAt);
    expect(await undoImport(workspace, 3)).toEqual(undone);
    expect(await current()).toEqual([
      [1, 'companies.csv'],
      [2, 'contacts.csv'],
    ]);
    await expect(undoImport(workspace, 9)).rejects.toMatchObject({ code: 'IMPORT_UNKNOWN' });
    await workspace.close();
  });
});

describe('undoMerge', () => {
  it('undoes what can be undone', async () => {
    const { workspace } = await newWorkspace();
    const manifest = await writeSnapshot(workspace, { entity: 'account', table: january, quarantined: 0, records: 3 });
    const merge = (isReversible: boolean) => ({ kept: '1', merged: '2', score: 0.9, reason: 'name', isReversible });
    await recordImport(workspace, {
      files: [{ manifest, mapping: mappingOf(january), quarantined: [] }],
      merges: [merge(true), merge(false)],
    });
    await undoMerge(workspace, 1);
    const [first, second] = await readMerges(workspace, 1);
    expect(first.undoneAt).toMatch(/^2026-03-01T09:00/);
    expect(second.undoneAt).toBeNull();
    await undoMerge(workspace, 1);
    expect((await readMerges(workspace, 1))[0]).toEqual(first);
    await expect(undoMerge(workspace, 2)).rejects.toMatchObject({ code: 'USAGE' });
    await workspace.close();
  });
});

describe('collectGarbage', () => {
  it('deletes what no import that counts cites', async () => {
    const { folder, workspace } = await newWorkspace();
    const first = (await importTable(workspace, { table: january })).files[0].manifest.hash;
    const second = (await importTable(workspace, { table: february })).files[0].manifest.hash;
    const third = (await importTable(workspace, { table: contacts })).files[0].manifest.hash;
    const isThere = (hash: string) => existsSync(join(folder, 'snapshots', `${hash}.parquet`));
    expect(await collectGarbage(workspace)).toEqual({ removed: [], bytes: 0 });
    await undoImport(workspace, 2);
    await undoImport(workspace, 3);
    const { removed, bytes } = await collectGarbage(workspace, { keep: [third] });
    expect(removed).toEqual([second]);
    expect(bytes).toBeGreaterThan(500);
    expect([first, second, third].map(isThere)).toEqual([true, false, true]);
    await workspace.close();
  });
});

describe('compareImports', () => {
  it('tells what changed in each file', async () => {
    const { workspace } = await newWorkspace();
    await importTable(workspace, { table: january });
    await importTable(workspace, { table: february });
    await importTable(workspace, { table: contacts });
    const [{ changes, file, isSame }] = await compareImports(workspace, { before: 1, after: 2 });
    expect([file, isSame]).toEqual(['companies.csv', false]);
    expect(changes).toMatchObject({
      matchedBy: 'id',
      rows: { before: 3, after: 3, added: 1, removed: 1, changed: 1, same: 1 },
      examples: { added: ['4'], removed: ['1'], changed: ['2'] },
      columnsAdded: ['plan'],
      columnsRemoved: [],
    });
    const gone = await compareImports(workspace, { before: 2, after: 3 });
    expect(gone.map(({ before, after }) => [before?.importId, after?.importId])).toEqual([
      [undefined, 3],
      [2, undefined],
    ]);
    const [same] = await compareImports(workspace, { before: 2, after: 2 });
    expect([same.isSame, same.changes?.rows.same]).toEqual([true, 3]);
    await workspace.close();
  });
});
