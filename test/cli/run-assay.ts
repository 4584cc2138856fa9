import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/main.js';

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line in this process, with nobody looking at the terminal. */
export async function runAssay(...argv: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const exit = await run(argv, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: { NO_COLOR: '1', COLUMNS: '100' },
    now: () => 0,
  });
  return { exit, out, err };
}

/** A new folder that nobody else writes to. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'assay-test-'));
}
