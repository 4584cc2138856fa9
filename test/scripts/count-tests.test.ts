import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/count-tests.ts', import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-count-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function count(report: unknown) {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', script, path], {
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

const file = (name: string, status: string, ...tests: string[]) => ({
  name,
  status,
  assertionResults: tests.map((test, i) => ({ status: test, fullName: `${name} ${i}` })),
});

describe('count-tests', () => {
  it('counts tests, and a file that could not be loaded as one failure', () => {
    const testResults = [
      file('a', 'passed', 'passed', 'skipped', 'todo'),
      file('b', 'failed', 'failed', 'passed'),
      file('c', 'failed'),
    ];
    expect(count({ success: false, testResults })).toEqual({
      stdout: '2 2 2\n',
      stderr: '  failed: b 0\n  failed: c\n',
      status: 0,
    });
  });

  it('does not lose a failure outside any test', () => {
    expect(count({ success: false, testResults: [file('a', 'passed', 'passed')] }).stdout).toBe('1 1 0\n');
  });

  it('has no answer without a report', () => {
    expect(count('nonsense').status).not.toBe(0);
  });
});
