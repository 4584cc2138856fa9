import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dependencies, findIdle, findStrayImports, packagesOf } from './dependencies.js';
import { codeIn, file, readTree, top } from './read-tree.js';

const manifest = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'));

describe('dependencies', () => {
  it('are exactly those that have a reason here', () => {
    const versions = Object.fromEntries(Object.entries(dependencies).map(([name, { version }]) => [name, version]));
    expect(manifest.dependencies).toEqual(versions);
  });

  it('are pinned to one version each, those for development too', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(Object.values<string>(all).filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('are all that tests and scripts import', () => {
    const declared = { ...manifest.dependencies, ...manifest.devDependencies, assay: 'itself' };
    const files = ['test/', 'scripts/', 'examples/', 'bench/'].flatMap((folder) => codeIn(readTree(), folder));
    const stray = files.flatMap(({ path, text }) =>
      packagesOf(text).flatMap((name) => (name in declared ? [] : [`${path}: ${name}`])),
    );
    expect(stray).toEqual([]);
  });

  it('leave no registry in the lockfile', () => {
    const lock = readFileSync(join(top, 'package-lock.json'), 'utf8');
    expect(lock.match(/"resolved": "[^"]*/g) ?? []).toEqual([]);
  });
});

describe('findStrayImports', () => {
  it('finds each package in its own folders only', () => {
    expect(findStrayImports(readTree(), dependencies)).toEqual([]);
  });

  it('finds drivers outside their adapter and packages nobody declared', () => {
    const adapter = file('src/engine/duckdb/a.ts', `import { DuckDBInstance } from '@duckdb/node-api';`);
    const stray = file(
      'src/learn/a.ts',
      `import { b } from '@duckdb/node-api/lib/b';\nimport 'left-pad';\nimport 'fs';`,
    );
    expect(findStrayImports([adapter, stray], dependencies)).toEqual([
      'src/learn/a.ts: @duckdb/node-api',
      'src/learn/a.ts: left-pad',
    ]);
  });
});

describe('findIdle', () => {
  it('finds none among the dependencies', () => {
    expect(findIdle(readTree(), dependencies)).toEqual([]);
  });

  it('finds a package that nothing imports', () => {
    expect(findIdle([file('src/a.ts', `import 'zod';`)], { zod: 1, yaml: 1 })).toEqual(['yaml']);
  });
});
