import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/stats/random.js';
import { initWorkspace } from '../../src/store/init-workspace.js';
import { checkWorkspace } from './check-workspace.js';
import { importInALoop } from './import-in-a-loop.js';

const top = mkdtempSync(join(tmpdir(), 'assay-crash-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const numbersIn = (said: string) => [...said.matchAll(/^import (\d+)$/gm)].map(([, id]) => Number(id));
const errorIn = (said: string) => /^error (.*)$/m.exec(said)?.[1];

async function newWorkspace(folder: string): Promise<string> {
  expect(existsSync('dist/store/record-import.js'), 'run `npm run build` first').toBe(true);
  await initWorkspace(folder, { now: () => new Date() });
  return folder;
}

describe('a writer that is killed', () => {
  it('loses nothing acknowledged and leaves nothing half there, 200 times', { timeout: 600_000 }, async () => {
    const folder = await newWorkspace(join(top, 'killed'));
    const random = createRandom(7);
    const seen = { acknowledged: 0, swept: 0, takenOver: 0 };
    let since = 0;
    for (let round = 0; round < 200; round++) {
      const { child, said } = start(importInALoop({ rows: 40 }), folder);
      // A fifth while it starts and opens, two fifths within the first import, two fifths after it.
      const moment = round % 5;
      if (moment > 0) await heard(child, { said, word: moment < 3 ? 'open' : 'import ' });
      await wait(random.next() * (moment === 0 ? 250 : 60));
      const ended = new Promise((done) => child.once('close', done));
      child.kill('SIGKILL');
      await ended;
      const acknowledged = numbersIn(said.join(''));
      const { last, notes } = await checkWorkspace(folder, { acknowledged, since });
      since = last;
      seen.acknowledged += acknowledged.length;
      seen.swept += notes.filter((note) => note.includes('swept')).length;
      seen.takenOver += notes.filter((note) => note.includes('taken over')).length;
    }
    // The moments were of all kinds: between imports and within them.
    expect(Math.min(seen.acknowledged, seen.swept, seen.takenOver)).toBeGreaterThan(20);
    await checkWorkspace(folder, { acknowledged: [], since: 0 });
  });
});

describe('a disk that is full', () => {
  it('gives WRITE_FAILED and keeps what was there, where files may not grow', { timeout: 120_000 }, async () => {
    const folder = await newWorkspace(join(top, 'limited'));
    const script = importInALoop({ rows: 100, growth: 2000 });
    // In blocks of 1 KB; Node answers the signal of the limit with an error.
    const { stdout } = spawnSync('bash', ['-c', 'ulimit -f 400; exec "$0" "$@"', ...nodeArguments(script, folder)], {
      encoding: 'utf8',
    });
    await expectFull(folder, stdout);
  });

  it('gives WRITE_FAILED and keeps what was there, on a full file system', { timeout: 120_000 }, async ({ skip }) => {
    const place = join(top, 'small');
    mkdirSync(place);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', place]).status === 0;
    if (!mounted) skip('no right to mount a small file system');
    try {
      const folder = await newWorkspace(join(place, 'ws'));
      const [program, ...args] = nodeArguments(importInALoop({ rows: 100 }), folder);
      const { stdout } = spawnSync(program, args, { encoding: 'utf8' });
      expect(spawnSync('mount', ['-o', 'remount,size=16m', place]).status, 'room is made').toBe(0);
      await expectFull(folder, stdout);
    } finally {
      spawnSync('umount', ['-l', place]);
    }
  });
});

async function expectFull(folder: string, said: string): Promise<void> {
  expect(errorIn(said)).toMatch(/^WRITE_FAILED .* failed: /);
  const acknowledged = numbersIn(said);
  expect(acknowledged.length).toBeGreaterThan(2);
  const { last } = await checkWorkspace(folder, { acknowledged, since: 0 });
  expect(last).toBe(acknowledged.at(-1));
}

function nodeArguments(script: string, folder: string): [string, ...string[]] {
  return [process.execPath, '--input-type=module', '-e', script, folder];
}

function start(script: string, folder: string): { child: ChildProcess; said: string[] } {
  const [program, ...args] = nodeArguments(script, folder);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
  return { child, said };
}

async function heard(child: ChildProcess, { said, word }: { said: readonly string[]; word: string }): Promise<void> {
  while (!said.join('').includes(word)) {
    expect(child.exitCode, said.join('')).toBeNull();
    await wait(2);
  }
}
