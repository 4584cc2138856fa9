import { findImports } from './find-imports.js';
import { codeIn, type TreeFile } from './read-tree.js';

/** Files in src/, other than the public src/index.ts, that pass on what another file exports. */
export function findBarrels(files: readonly TreeFile[]): string[] {
  return codeIn(files, 'src/')
    .filter(({ path }) => path !== 'src/index.ts')
    .flatMap(({ path, text }) => {
      const { imports, exportedLocals } = findImports(text);
      const passed = imports.filter(({ kind }) => kind === 'reexport').map(({ specifier }) => specifier);
      const taken = new Set(imports.flatMap(({ names }) => names));
      return [...passed, ...exportedLocals.filter((name) => taken.has(name))].map(
        (what) => `${path}: passes on ${what}`,
      );
    });
}
