import { resolve } from 'node:path';
import { initWorkspace } from '../store/init-workspace.js';

/**
 * Makes a workspace of a folder, which is made where it is not there.
 * @returns the folder, absolute.
 * @throws AssayError WORKSPACE_EXISTS, WRITE_FAILED.
 */
export async function makeWorkspace(folder: string, { now }: { now: () => Date }): Promise<string> {
  const path = resolve(folder);
  await initWorkspace(path, { now });
  return path;
}
