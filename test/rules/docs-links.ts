import { posix } from 'node:path';
import type { TreeFile } from './read-tree.js';

export interface Link {
  readonly target: string;
  readonly line: number;
}

/** Targets of `[text](target)` and `[name]: target`, outside code. */
export function findLinks(markdown: string): Link[] {
  return proseLines(markdown).flatMap(({ text, line }) => {
    const inline = [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)].map((match) => match[1]);
    const defined = /^\s*\[[^\]]+\]:\s*<?([^\s>]+)/.exec(text);
    return [...inline, ...(defined ? [defined[1]] : [])].map((target) => ({ target, line }));
  });
}

/** Relative links that lead nowhere: no such file or folder, or no such heading in it. */
export function findBrokenLinks(files: readonly TreeFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const folders = new Set(files.flatMap(({ path }) => parentsOf(path)));
  return files
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, text }) =>
      findLinks(text)
        .filter(({ target }) => !/^[a-z][a-z+.-]*:/i.test(target))
        .filter(({ target }) => {
          const [to, heading] = target.split('#');
          const found = to === '' ? path : posix.join(posix.dirname(path), decodeURIComponent(to)).replace(/\/$/, '');
          const page = byPath.get(found);
          if (!page) return !folders.has(found);
          return heading !== undefined && page.path.endsWith('.md') && !headingsOf(page.text).has(heading);
        })
        .map(({ target, line }) => `${path}:${line}: ${target}`),
    );
}

/** Pages under docs/ that the index does not lead to. */
export function findUnlistedPages(files: readonly TreeFile[]): string[] {
  const index = files.find(({ path }) => path === 'docs/README.md');
  const listed = new Set(findLinks(index?.text ?? '').map(({ target }) => posix.join('docs', target.split('#')[0])));
  return files
    .map(({ path }) => path)
    .filter((path) => /^docs\/.*\.md$/.test(path) && path !== 'docs/README.md' && !listed.has(path));
}

/** Paths of the repository that pages name in inline code and that do not exist. Decisions are history and left out. */
export function findStalePaths(files: readonly TreeFile[]): string[] {
  const existing = new Set(files.flatMap(({ path }) => [path, ...parentsOf(path)]));
  return files
    .filter(({ path }) => path.endsWith('.md') && !path.startsWith('docs/decisions/'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/`((?:src|test|docs|scripts|bin|examples|bench|\.ci)\/[\w./-]*)`/g)]
        .map((match) => match[1].replace(/\/$/, ''))
        .filter((named) => !existing.has(named))
        .map((named) => `${path}: ${named}`),
    );
}

/** The names under which headings can be linked to, as GitHub makes them. */
function headingsOf(markdown: string): Set<string> {
  const names = proseLines(markdown)
    .flatMap(({ text }) => /^#{1,6}\s+(.*?)\s*#*$/.exec(text)?.[1] ?? [])
    .map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    );
  return new Set(names.map((name, i) => withCount(name, names.slice(0, i).filter((other) => other === name).length)));
}

function withCount(name: string, earlier: number): string {
  return earlier === 0 ? name : `${name}-${earlier}`;
}

/** Lines outside fences, with inline code blanked. */
function proseLines(markdown: string): { text: string; line: number }[] {
  let fence = '';
  return markdown.split('\n').flatMap((text, i) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1] ?? '';
    if (fence === '' && mark !== '') fence = mark;
    else if (fence !== '' && mark.startsWith(fence)) fence = '';
    else if (fence === '')
      return [{ text: text.replace(/`[^`]*`/g, (code) => `${' '.repeat(code.length)}`), line: i + 1 }];
    return [];
  });
}

function parentsOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join('/'));
}
