import { describe, expect, it } from 'vitest';
import { findAny, findBadNames, findSuppressions, measureSizes } from './budgets.js';
import { codeIn, file, readTree } from './read-tree.js';

const files = readTree();
const source = codeIn(files, 'src/');
const code = ['src/', 'test/', 'scripts/', 'bin/', 'bench/', 'examples/', 'web/'].flatMap((top) => codeIn(files, top));

describe('measureSizes', () => {
  it('keeps src/ at a median of 80 lines and nine tenths within 250', () => {
    const { median, p90 } = measureSizes(source);
    expect(median).toBeLessThanOrEqual(80);
    expect(p90).toBeLessThanOrEqual(250);
  });

  it('finds no file over 400 lines, tests included', () => {
    expect(measureSizes(code).over).toEqual([]);
  });

  it('measures by nearest rank', () => {
    const sized = [10, 20, 30, 40, 401].map((count) => file(`src/${count}.ts`, '\n'.repeat(count)));
    expect(measureSizes(sized)).toEqual({ median: 30, p90: 401, over: ['src/401.ts: 401 lines'] });
  });
});

describe('findAny', () => {
  it('finds none', () => {
    expect(findAny(code)).toEqual([]);
  });

  it('reads code only', () => {
    const text = `// any\nconst a = 'any'; await Promise.any([]);\nfunction f(x: any[]): Map<string, any> {}`;
    expect(findAny([file('src/a.ts', text)])).toEqual(['src/a.ts:3: any', 'src/a.ts:3: any']);
  });
});

describe('findSuppressions', () => {
  it('finds under one in 2,000 lines, each with a reason', () => {
    const found = findSuppressions(code);
    const lines = code.reduce((sum, { text }) => sum + text.split('\n').length, 0);
    expect(found.filter(({ hasReason }) => !hasReason)).toEqual([]);
    expect(found.length).toBeLessThanOrEqual(lines / 2000);
  });

  it('tells a reason from none, and a comment from a string', () => {
    const text = [
      '// @ts-ignore',
      '// @ts-expect-error: the package has no types',
      '// biome-ignore lint/a/b: it is wrong here',
      `const a = '@ts-ignore';`,
    ].join('\n');
    expect(findSuppressions([file('src/a.ts', text)])).toEqual([
      { place: 'src/a.ts:1', hasReason: false },
      { place: 'src/a.ts:2', hasReason: true },
      { place: 'src/a.ts:3', hasReason: true },
    ]);
  });
});

describe('findBadNames', () => {
  it('finds none', () => {
    expect(findBadNames(code)).toEqual([]);
  });

  it('finds names that say nothing or are not kebab-case', () => {
    const paths = [
      'src/a/utils.ts',
      'src/common/a.ts',
      'src/a/run-helper.ts',
      'src/a/runFast.ts',
      'src/a/types.ts',
      'src/a/assign-types.ts',
      'web/ui/Chart.tsx',
    ];
    expect(findBadNames(paths.map((path) => file(path)))).toEqual(paths.slice(0, 5));
  });
});
