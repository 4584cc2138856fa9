import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { initWorkspace } from '../../src/store/init-workspace.js';
import { listImports } from '../../src/store/list-imports.js';
import { openSqlite } from '../../src/store/open-sqlite.js';
import { openWorkspace } from '../../src/store/open-workspace.js';
import { writeSnapshot } from '../../src/store/write-snapshot.js';
import { clock, importTable, newWorkspace, textTable } from './sample-import.js';

const now = clock();
const table = textTable(['id'], { rows: [['1']] });

describe('initWorkspace', () => {
  it('makes marker, record and folder of snapshots', async () => {
    const { folder, workspace } = await newWorkspace();
    await workspace.close();
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['assay.yaml', 'lock.db', 'record.db', 'snapshots']));
    expect(readFileSync(join(folder, 'assay.yaml'), 'utf8')).toBe(
      '# A workspace of Assay: the record of imports in record.db, their rows in snapshots/.\nworkspace: 1\ncreatedAt: 2026-03-01T09:00:00.000Z\n',
    );
    await expect(initWorkspace(folder, { now })).rejects.toMatchObject({ code: 'WORKSPACE_EXISTS' });
  });
});

describe('openWorkspace', () => {
  it('commits to the disk, ahead in a log', async () => {
    const { folder, workspace } = await newWorkspace();
    expect(existsSync(join(folder, 'record.db-wal'))).toBe(true);
    await workspace.close();
    const sqlite = openSqlite(join(folder, 'record.db'), { waitMs: 0 });
    expect(sqlite.all('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(sqlite.all('SELECT version, name FROM migrations')).toEqual([
      { version: 1, name: 'imports' },
      { version: 2, name: 'merge decisions' },
    ]);
    sqlite.close();
  });

  it('says what is not there, damaged or of another version', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'assay-store-'));
    await expect(openWorkspace(empty, { now })).rejects.toMatchObject({ code: 'WORKSPACE_UNKNOWN', exitCode: 2 });
    const { folder, workspace } = await newWorkspace();
    await workspace.close();
    const marker = join(folder, 'assay.yaml');
    writeFileSync(marker, 'workspace: 2\n');
    await expect(openWorkspace(folder, { now })).rejects.toMatchObject({ code: 'WORKSPACE_VERSION' });
    writeFileSync(marker, '}{');
    await expect(openWorkspace(folder, { now })).rejects.toMatchObject({ code: 'WORKSPACE_DAMAGED' });
    writeFileSync(marker, 'workspace: 1\n');
    writeFileSync(join(folder, 'record.db'), 'no database at all, but long enough to be looked at'.repeat(40));
    await expect(openWorkspace(folder, { now })).rejects.toMatchObject({ code: 'WORKSPACE_DAMAGED' });
  });

  it('refuses a record that a newer version wrote', async () => {
    const { folder, workspace } = await newWorkspace();
    await workspace.close();
    const sqlite = openSqlite(join(folder, 'record.db'), { waitMs: 0 });
    sqlite.run("INSERT INTO migrations VALUES (99, 'later', 'later')");
    sqlite.close();
    await expect(openWorkspace(folder, { now })).rejects.toMatchObject({
      code: 'WORKSPACE_VERSION',
      message: expect.stringContaining('version 99'),
    });
  });

  it('lets one write and others read, and tells the second writer who holds it', async () => {
    const { folder, workspace } = await newWorkspace();
    await importTable(workspace, { table });
    const held = `by process ${process.pid} on ${hostname()} since 2026-03-01T09:00:00.000Z`;
    await expect(openWorkspace(folder, { now })).rejects.toMatchObject({
      code: 'WORKSPACE_LOCKED',
      message: expect.stringContaining(held),
      hint: expect.stringContaining('reading is possible'),
    });
    const reader = await openWorkspace(folder, { now, access: 'read' });
    expect(await listImports(reader)).toHaveLength(1);
    await expect(importTable(reader, { table })).rejects.toMatchObject({ code: 'USAGE' });
    await importTable(workspace, { table });
    expect(await listImports(reader)).toHaveLength(2);
    await reader.close();
    await workspace.close();
    const next = await openWorkspace(folder, { now });
    expect(next.notes).toEqual([]);
    await next.close();
    await next.close();
  });

  it('tells another process too, and lets it read', async () => {
    const { folder, workspace } = await newWorkspace();
    const script = `
      import { openWorkspace } from '${join(process.cwd(), 'src/store/open-workspace.ts')}';
      const now = () => new Date(0);
      const reader = await openWorkspace(process.argv[1], { now, access: 'read' });
      await reader.close();
      console.log(await openWorkspace(process.argv[1], { now }).then(() => 'opened', (error) => error.code + ' ' + error.message));
    `;
    const run = () =>
      spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, folder], {
        encoding: 'utf8',
      });
    expect(run().stdout).toContain(`WORKSPACE_LOCKED The workspace is being written to by process ${process.pid}`);
    await workspace.close();
    expect(run().stdout).toBe('opened\n');
    const after = await openWorkspace(folder, { now });
    expect(after.notes).toEqual([
      expect.stringMatching(/^Process \d+ on .* ended without closing it; its lock was taken over\.$/),
    ]);
    await after.close();
  });

  it('sweeps drafts and snapshots that no import came to cite, and nothing else', async () => {
    const { folder, workspace } = await newWorkspace();
    const kept = await importTable(workspace, { table });
    const left = await writeSnapshot(workspace, {
      entity: 'account',
      table: textTable(['id'], { rows: [['2']] }),
      quarantined: 0,
      records: 1,
    });
    await workspace.close();
    const snapshots = join(folder, 'snapshots');
    const unknown = `${'0'.repeat(64)}.parquet`;
    writeFileSync(join(snapshots, 'draft-0.partial'), 'half');
    writeFileSync(join(snapshots, unknown), 'of a record that was restored from a backup');
    expect(readdirSync(snapshots)).toContain(`${left.hash}.parquet`);
    const again = await openWorkspace(folder, { now });
    const { hash } = kept.files[0].manifest;
    expect(readdirSync(snapshots).sort()).toEqual([unknown, `${hash}.json`, `${hash}.parquet`].sort());
    expect(again.notes).toEqual(['An import that did not finish was swept; nothing of it was recorded. Run it again.']);
    await again.close();
    const quiet = await openWorkspace(folder, { now });
    expect(quiet.notes).toEqual([]);
    await quiet.close();
  });
});
