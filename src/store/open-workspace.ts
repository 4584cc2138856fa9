import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { parse } from 'yaml';
import { AssayError } from '../errors.js';
import { holdLock, type LockHolder } from './hold-lock.js';
import { workspaceVersion } from './init-workspace.js';
import { openRecord } from './open-record.js';
import { storeError } from './store-error.js';
import { sweepLeftovers } from './sweep-leftovers.js';
import type { Workspace } from './workspace.js';
import { workspacePaths } from './workspace-paths.js';

/**
 * Opens a workspace. One process writes at a time; any number read, also while it writes. What a writer that was
 * killed left half done is swept before this returns.
 * @param now the clock that imports are dated by. @param pid what others are told of a writer.
 * @throws AssayError WORKSPACE_UNKNOWN, WORKSPACE_VERSION, WORKSPACE_LOCKED (who holds it), WORKSPACE_DAMAGED, WRITE_FAILED.
 */
export async function openWorkspace(
  folder: string,
  { now, access = 'write', pid = process.pid }: { now: () => Date; access?: 'write' | 'read'; pid?: number },
): Promise<Workspace> {
  const paths = workspacePaths(folder);
  await checkMarker(paths.marker, folder);
  if (!existsSync(paths.record)) throw damaged(folder, 'record.db is not there');
  const closers: (() => void)[] = [];
  const notes: string[] = [];
  try {
    if (access === 'write') {
      const lock = holdLock(paths.lock, { pid, host: hostname(), since: now().toISOString() });
      closers.unshift(lock.release);
      if (lock.left !== null) notes.push(describeLeft(lock.left));
    }
    const record = openRecord(paths.record, { access, now });
    closers.unshift(record.close);
    const workspace = { folder, access, now, record: record.tables, notes };
    if (access === 'write') notes.push(...(await sweepLeftovers(workspace)));
    return { ...workspace, close: async () => closeAll(closers) };
  } catch (cause) {
    closeAll(closers);
    throw storeError(cause, { folder, doing: 'opening the workspace' });
  }
}

async function checkMarker(path: string, folder: string): Promise<void> {
  if (!existsSync(path)) {
    throw new AssayError('WORKSPACE_UNKNOWN', {
      detail: `${folder} is no workspace: assay.yaml is not there.`,
      hint: 'Run `assay init` there, or name the folder of a workspace.',
      place: { file: path },
    });
  }
  const version = versionIn(await readFile(path, 'utf8'));
  if (version === workspaceVersion) return;
  if (version === null) throw damaged(folder, 'assay.yaml names no workspace version');
  throw new AssayError('WORKSPACE_VERSION', {
    detail: `${path} has version ${version}; this program knows ${workspaceVersion}.`,
    hint: 'Install the version of Assay that wrote it.',
    place: { file: path },
  });
}

function versionIn(marker: string): number | null {
  try {
    const value: unknown = parse(marker);
    const isMap = typeof value === 'object' && value !== null && 'workspace' in value;
    return isMap && typeof value.workspace === 'number' ? value.workspace : null;
  } catch {
    return null;
  }
}

/** Each once, the last opened first. */
function closeAll(closers: (() => void)[]): void {
  for (const close of closers.splice(0)) close();
}

function describeLeft({ pid, host, since }: LockHolder): string {
  return `Process ${pid} on ${host} had the workspace open since ${since} and ended without closing it; its lock was taken over.`;
}

function damaged(folder: string, what: string): AssayError {
  return new AssayError('WORKSPACE_DAMAGED', {
    detail: `The workspace ${folder} is damaged: ${what}.`,
    hint: 'Restore the file from a backup.',
    place: { file: folder },
  });
}
