import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));

let home: string;
let paths: string[];

/** Packs the checkout and lays it out as an installed package, its dependencies linked: no network is needed. */
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'assay-packed-'));
  const packing = ['pack', '--json', '--ignore-scripts', '--pack-destination', home];
  const [packed] = JSON.parse(execFileSync('npm', packing, { cwd: checkout, encoding: 'utf8' }));
  paths = packed.files.map((file: { path: string }) => file.path);
  mkdirSync(join(home, 'node_modules'));
  execFileSync('tar', ['-xzf', join(home, packed.filename), '-C', join(home, 'node_modules')]);
  execFileSync('mv', [join(home, 'node_modules/package'), join(home, 'node_modules/assay')]);
  symlinkSync(join(checkout, 'node_modules'), join(home, 'node_modules/assay/node_modules'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const run = (...args: string[]) =>
  execFileSync(process.execPath, args, { cwd: home, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });

describe('the packed package', () => {
  it('holds what runs and what explains it, and no source, test or setting', () => {
    const tops = new Set(paths.map((path) => path.split('/')[0]));
    const expected = [
      'ARCHITECTURE.md',
      'LICENSE',
      'NOTICE',
      'README.md',
      'bin',
      'dist',
      'docs',
      'examples',
      'package.json',
    ];
    expect([...tops].filter((top) => !expected.includes(top))).toEqual([]);
    expect(paths).toContain('dist/index.js');
    expect(paths).toContain('dist/kernels/kernels.wasm');
    expect(paths).toContain('LICENSE');
  });

  it('runs its command', () => {
    expect(run('node_modules/assay/bin/assay.js', '--version').trim()).toBe(version);
  });

  it('goes from beliefs to a profile, scores and a report, away from the checkout', () => {
    expect(run('node_modules/assay/bin/assay.js', 'demo', 'nexacrm')).not.toBe('');
    const made = readdirSync(join(home, 'assay-demo/nexacrm'));
    expect(made).toEqual(expect.arrayContaining(['icp.yaml', 'report.html', 'scores-by-beliefs.csv']));
  });

  it('opens as a library by its name', () => {
    const script = `import { AssayError } from 'assay'; console.log(new AssayError('USAGE', { hint: 'x' }).exitCode)`;
    expect(run('--input-type=module', '-e', script).trim()).toBe('2');
  });

  it('keeps its inner files to itself', () => {
    const script = `import('assay/dist/errors.js').catch((error) => console.log(error.code))`;
    expect(run('--input-type=module', '-e', script).trim()).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});
