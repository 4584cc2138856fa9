import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface TreeFile {
  /** From the top of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly bytes: number;
}

export const top = fileURLToPath(new URL('../../', import.meta.url));

/** All files that are committed, or would be by `git add --all`. Binary ones have an empty text. */
export function readTree(): TreeFile[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: top,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const paths = [...new Set(listed.split('\0'))].filter((path) => path !== '' && existsSync(join(top, path)));
  return paths.sort().map((path) => {
    const bytes = readFileSync(join(top, path));
    return { path, text: bytes.includes(0) ? '' : bytes.toString('utf8'), bytes: statSync(join(top, path)).size };
  });
}

/** The files of one folder with one of the extensions, by default all kinds of code. */
export function codeIn(files: readonly TreeFile[], folder: string, extensions = /\.(ts|tsx|js|mjs)$/): TreeFile[] {
  return files.filter(({ path }) => path.startsWith(folder) && extensions.test(path));
}

/** Makes a file for the fixtures of the rules' own tests. */
export function file(path: string, text = ''): TreeFile {
  return { path, text, bytes: Buffer.byteLength(text) };
}
