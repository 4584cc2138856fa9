import { describe, expect, it } from 'vitest';
import { findCycles } from './cycles.js';
import { codeIn, file, readTree } from './read-tree.js';

describe('findCycles', () => {
  it('finds none in the code or its tests', () => {
    const files = readTree();
    expect(findCycles([...codeIn(files, 'src/'), ...codeIn(files, 'test/'), ...codeIn(files, 'scripts/')])).toEqual([]);
  });

  it('follows imports around the circle, types as well', () => {
    const a = file('src/a.ts', `import { b } from './b.js';`);
    const b = file('src/b.ts', `import type { C } from './deep/c.js';`);
    const c = file('src/deep/c.ts', `export { a } from '../a.js';`);
    expect(findCycles([a, b, c])).toEqual(['src/a.ts → src/b.ts → src/deep/c.ts → src/a.ts']);
  });

  it('accepts two ways to one file', () => {
    const a = file('src/a.ts', `import './b.js'; import './c.js';`);
    const b = file('src/b.ts', `import './c.js';`);
    expect(findCycles([a, b, file('src/c.ts')])).toEqual([]);
  });
});
