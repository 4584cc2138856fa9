import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findImports } from './find-imports.js';
import { top } from './read-tree.js';
import { scanTokens } from './scan-tokens.js';

/** The public names of the package. Adding one is a promise; taking one away breaks someone. */
const publicNames = ['AssayError'];

const index = readFileSync(join(top, 'src/index.ts'), 'utf8');

describe('src/index.ts', () => {
  it('exports these names and no other', () => {
    const names = findImports(index).imports.flatMap((link) => link.names);
    expect([...names].sort()).toEqual([...publicNames].sort());
  });

  it('does nothing but name them', () => {
    const starts = scanTokens(index).filter(
      ({ text }, i, tokens) => i === 0 || tokens[i - 1].text === ';' || text === ';',
    );
    const words = starts.filter(({ kind }) => kind === 'word').map(({ text }) => text);
    expect([...new Set(words)]).toEqual(['export']);
    expect(findImports(index).imports.filter(({ kind, names }) => kind !== 'reexport' || names.includes('*'))).toEqual(
      [],
    );
  });
});

describe('package.json', () => {
  it('opens the library, its own manifest and nothing else', () => {
    const manifest = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'));
    expect(Object.keys(manifest.exports)).toEqual(['.', './package.json']);
    expect(manifest.bin).toEqual({ assay: 'bin/assay.js' });
  });
});
