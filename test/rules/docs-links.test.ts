import { describe, expect, it } from 'vitest';
import { findBrokenLinks, findLinks, findStalePaths, findUnlistedPages } from './docs-links.js';
import { file, readTree } from './read-tree.js';

const files = readTree();

describe('findBrokenLinks', () => {
  it('finds none in any page', () => {
    expect(findBrokenLinks(files)).toEqual([]);
  });

  it('finds missing files and headings', () => {
    const page = file(
      'docs/a.md',
      '# One\n[x](b.md) [y](../src) [z](#one) [w](#two)\n`[v](c.md)`\n```\n[u](d.md)\n```\n',
    );
    expect(findBrokenLinks([page, file('src/a.ts')])).toEqual(['docs/a.md:2: b.md', 'docs/a.md:2: #two']);
  });

  it('leaves addresses alone', () => {
    expect(findBrokenLinks([file('a.md', '[x](https://example.com/a) <mailto:a@b.c> [y]: https://b.c')])).toEqual([]);
  });
});

describe('findLinks', () => {
  it('finds both kinds of link', () => {
    expect(findLinks('[a](b.md "title")\n[c]: d.md\n![e](f.svg)')).toEqual([
      { target: 'b.md', line: 1 },
      { target: 'd.md', line: 2 },
      { target: 'f.svg', line: 3 },
    ]);
  });
});

describe('findUnlistedPages', () => {
  it('finds none: docs/README.md leads to every page', () => {
    expect(findUnlistedPages(files)).toEqual([]);
  });

  it('finds a page that the index leaves out', () => {
    const index = file('docs/README.md', '[a](methods/a.md)');
    expect(findUnlistedPages([index, file('docs/methods/a.md'), file('docs/methods/b.md')])).toEqual([
      'docs/methods/b.md',
    ]);
  });
});

describe('findStalePaths', () => {
  it('finds none in any page', () => {
    expect(findStalePaths(files)).toEqual([]);
  });

  it('finds files and folders that are gone', () => {
    const page = file('ARCHITECTURE.md', 'open `src/a/b.ts`, `src/a/` or `src/a/c.ts`, not `dist/a.js`');
    expect(findStalePaths([page, file('src/a/b.ts')])).toEqual(['ARCHITECTURE.md: src/a/c.ts']);
  });
});

describe('ARCHITECTURE.md', () => {
  it('names every folder of src/', () => {
    const text = files.find(({ path }) => path === 'ARCHITECTURE.md')?.text ?? '';
    const folders = new Set(files.flatMap(({ path }) => /^src\/([^/]+)\//.exec(path)?.[1] ?? []));
    expect([...folders].filter((folder) => !text.includes(`${folder}/`))).toEqual([]);
  });
});
