import { posix } from 'node:path';
import { findImports } from './find-imports.js';
import type { TreeFile } from './read-tree.js';

/** One import cycle per knot of files, as `a.ts → b.ts → a.ts`. Imports of types count: they tie files together too. */
export function findCycles(files: readonly TreeFile[]): string[] {
  const known = new Set(files.map(({ path }) => path));
  const links = new Map(files.map((file) => [file.path, targets(file, known)]));
  const done = new Set<string>();
  const cycles: string[] = [];

  const visit = (path: string, trail: readonly string[]) => {
    const seen = trail.indexOf(path);
    if (seen >= 0) cycles.push([...trail.slice(seen), path].join(' → '));
    if (seen >= 0 || done.has(path)) return;
    for (const next of links.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return cycles;
}

function targets({ path, text }: TreeFile, known: ReadonlySet<string>): string[] {
  return findImports(text)
    .imports.filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier }) => posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts'))
    .flatMap((target) => [target, target.replace(/\.ts$/, '.tsx')].filter((candidate) => known.has(candidate)));
}
