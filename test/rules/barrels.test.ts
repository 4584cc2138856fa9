import { describe, expect, it } from 'vitest';
import { findBarrels } from './barrels.js';
import { file, readTree } from './read-tree.js';

describe('findBarrels', () => {
  it('finds none in src/', () => {
    expect(findBarrels(readTree())).toEqual([]);
  });

  it('finds names passed on, with or without `from`', () => {
    const direct = file('src/learn/all.ts', `export { a } from './a.js';\nexport * from './b.js';`);
    const disguised = file('src/learn/c.ts', `import { d } from './d.js';\nconst e = 1;\nexport { d, e };`);
    expect(findBarrels([direct, disguised, file('src/index.ts', `export { a } from './learn/a.js';`)])).toEqual([
      'src/learn/all.ts: passes on ./a.js',
      'src/learn/all.ts: passes on ./b.js',
      'src/learn/c.ts: passes on d',
    ]);
  });
});
