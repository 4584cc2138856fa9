import { describe, expect, it } from 'vitest';
import { findHiddenEffects } from './effects.js';
import { file, readTree } from './read-tree.js';

describe('findHiddenEffects', () => {
  it('finds none in src/', () => {
    expect(findHiddenEffects(readTree())).toEqual([]);
  });

  it('finds clocks, chance and output below the workspace', () => {
    const text = `// Date.now()\nconst a = Date.now();\nconst b = Math.random(); console.log(new Date(0), 'process.env');`;
    expect(findHiddenEffects([file('src/learn/a.ts', text), file('src/workspace/a.ts', text)])).toEqual([
      'src/learn/a.ts:2: Date.now',
      'src/learn/a.ts:3: Math.random',
      'src/learn/a.ts:3: console',
    ]);
  });
});
