import { describe, expect, it } from 'vitest';
import { findImports } from './find-imports.js';

describe('findImports', () => {
  it('finds every way to name another file', () => {
    const text = `import a, { type B, c as d } from './one.js';
import type { E } from "./two.js";
import './three.js';
import * as f from 'four';
export { g, type H } from './five.js';
export * from './six.js';
const i = await import('./seven.js');
type J = import('./eight.js').J;`;
    expect(findImports(text).imports).toMatchObject([
      { specifier: './one.js', kind: 'import', names: ['a', 'B', 'd'], line: 1 },
      { specifier: './two.js', kind: 'import', names: ['E'], line: 2 },
      { specifier: './three.js', kind: 'import', names: [], line: 3 },
      { specifier: 'four', kind: 'import', names: ['f'], line: 4 },
      { specifier: './five.js', kind: 'reexport', names: ['g', 'H'], line: 5 },
      { specifier: './six.js', kind: 'reexport', names: ['*'], line: 6 },
      { specifier: './seven.js', kind: 'dynamic', names: ['*'], line: 7 },
      { specifier: './eight.js', kind: 'dynamic', names: ['*'], line: 8 },
    ]);
  });

  it('tells imports of types from imports of code', () => {
    const lines = [
      `import type { A } from 'a';`,
      `import { type B, type C as D } from 'b';`,
      `import { type E, f } from 'c';`,
      `import g from 'd';`,
      `import type from 'e';`,
    ];
    const typeOnly = findImports(lines.join('\n')).imports.filter(({ isTypeOnly }) => isTypeOnly);
    expect(typeOnly.map(({ specifier }) => specifier)).toEqual(['a', 'b']);
  });

  it('is not taken in by comments, strings and properties', () => {
    expect(
      findImports(`// import './a.js'\nconst b = "import './c.js'"; d.import('./e.js'); ({ import: 'f' });`).imports,
    ).toEqual([]);
  });

  it('lists what is exported without a source', () => {
    expect(findImports('const a = 1; export { a, b as c }; export const d = 2;').exportedLocals).toEqual(['a', 'c']);
  });
});
