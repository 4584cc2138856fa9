import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('../../bin/assay.js', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-interrupt-'));
  await writeFile(join(folder, 'accounts.csv'), accountsText(60_000));
});
afterAll(() => rm(folder, { recursive: true }));

/** Ten attributes, so many accounts that learning takes seconds. */
function accountsText(rows: number): string {
  const lines = ['a0,a1,a2,a3,a4,a5,a6,a7,a8,a9,won'];
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  for (let row = 0; row < rows; row++) {
    const cells = Array.from({ length: 10 }, (_, k) =>
      k < 5 ? (100 * next()).toFixed(1) : `v${Math.floor(9 * next())}`,
    );
    lines.push(`${cells.join(',')},${next() < Number(cells[0]) / 100 ? 'yes' : 'no'}`);
  }
  return `${lines.join('\n')}\n`;
}

function start(): { child: ChildProcess; told: (words: string) => Promise<void> } {
  const learn = ['learn', join(folder, 'accounts.csv'), '--outcome', 'won=yes', '--output', join(folder, 'icp.yaml')];
  const child = spawn(process.execPath, [command, ...learn], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  const told = (words: string) =>
    new Promise<void>((resolve, reject) => {
      child.stderr?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes(words)) resolve();
      });
      child.once('exit', (code) => reject(new Error(`It ended with ${code} before it said ${words}: ${said}`)));
    });
  return { child, told };
}

function end(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve));
}

describe('assay learn, interrupted', () => {
  it('says how far it is, and ends with 130 at once and without a file when it is interrupted', async () => {
    const { child, told } = start();
    await told('… learning');
    const asked = performance.now();
    const ended = end(child);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    // Far less than learning takes; a second where nothing else runs.
    expect(performance.now() - asked).toBeLessThan(3000);
    expect(await readdir(folder)).toEqual(['accounts.csv']);
  });
});
