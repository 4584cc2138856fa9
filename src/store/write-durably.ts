import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file so that a crash at any moment leaves it whole or not there: beside its place, on the disk, then renamed.
 * `nameOf` is asked once all pieces are out, for files that are named by their content; it may wait, so that a note of
 * the name is durable before the name exists.
 * @throws what the file system threw; the draft is gone then.
 */
export async function writeDurably(
  folder: string,
  { pieces, nameOf }: { pieces: Iterable<Uint8Array>; nameOf: () => string | Promise<string> },
): Promise<string> {
  const { handle, draft } = await openDraft(folder);
  try {
    await writeAll(handle, pieces).finally(() => handle.close());
    const path = join(folder, await nameOf());
    await rename(draft, path);
    await syncFolder(dirname(path));
    return path;
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
}

/** Makes names in a folder durable. Not every system can; there, the rename is as durable as it gets. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

export const draftSuffix = '.partial';

async function openDraft(folder: string): Promise<{ handle: FileHandle; draft: string }> {
  for (let number = 0; ; number++) {
    const draft = join(folder, `draft-${number}${draftSuffix}`);
    try {
      return { handle: await open(draft, 'wx'), draft };
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
    }
  }
}

async function writeAll(handle: FileHandle, pieces: Iterable<Uint8Array>): Promise<void> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  const flush = async () => {
    const joined = Buffer.concat(held);
    for (let at = 0; at < joined.length; ) at += (await handle.write(joined, at)).bytesWritten;
    held = [];
    bytes = 0;
  };
  for (const piece of pieces) {
    held.push(piece);
    bytes += piece.length;
    if (bytes >= 4_000_000) await flush();
  }
  await flush();
  await handle.sync();
}
