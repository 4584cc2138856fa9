import { describe, expect, it } from 'vitest';
import { findLayerBreaks } from './layers.js';
import { file, readTree } from './read-tree.js';

describe('findLayerBreaks', () => {
  it('finds none in src/', () => {
    expect(findLayerBreaks(readTree())).toEqual([]);
  });

  it('lets data flow down only', () => {
    const down = file('src/learn/a.ts', `import { b } from '../stats/b.js'; import { c } from '../errors.js';`);
    const up = file('src/stats/a.ts', `import { b } from '../learn/b.js';`);
    expect(findLayerBreaks([down, up])).toEqual(['src/stats/a.ts:1: may not import src/learn/b.js']);
  });

  it('keeps surfaces thin and apart', () => {
    const thin = file(
      'src/cli/a.ts',
      `import { b } from '../workspace/b.js';\nimport type { C } from '../learn/c.js';`,
    );
    const thick = file('src/cli/b.ts', `import { b } from '../learn/b.js';\nimport { c } from '../server/c.js';`);
    const used = file('src/workspace/c.ts', `import { a } from '../cli/a.js';`);
    expect(findLayerBreaks([thin, thick, used])).toEqual([
      'src/cli/b.ts:1: may not import src/learn/b.js',
      'src/cli/b.ts:2: may not import src/server/c.js',
      'src/workspace/c.ts:1: may not import src/cli/a.js',
    ]);
  });

  it('sees the package root and what is outside src/ as no place to import from', () => {
    const inward = file('src/model/a.ts', `import { b } from '../index.js'; import c from '../../package.json';`);
    expect(findLayerBreaks([inward])).toHaveLength(2);
  });

  it('asks for a decision about a new folder', () => {
    expect(findLayerBreaks([file('src/extras/a.ts')])).toEqual([
      'src/extras/a.ts: the folder src/extras has no place in the layers',
    ]);
  });
});
