import { isBuiltin } from 'node:module';
import { findImports } from './find-imports.js';
import { codeIn, type TreeFile } from './read-tree.js';

/** A package that the published Assay needs: why, and the only folders that may know it. */
export interface Dependency {
  readonly version: string;
  readonly reason: string;
  readonly folders: readonly string[];
}

/** All of package.json's `dependencies`. A new one is a decision: write its reason here. */
export const dependencies: Readonly<Record<string, Dependency>> = {
  '@duckdb/node-api': {
    version: '1.5.5-r.5',
    reason: 'The engine: reads Parquet, counts where the data live. 1.5.6 lacks binaries.',
    folders: ['src/engine/duckdb/'],
  },
  '@observablehq/plot': { version: '0.6.17', reason: 'Charts of the report.', folders: ['src/report/'] },
  '@stdlib/math-base-special-gammaln': {
    version: '0.3.1',
    reason: 'Log-gamma to the last digits.',
    folders: ['src/stats/'],
  },
  '@stdlib/stats-base-dists-beta-quantile': {
    version: '0.2.3',
    reason: 'Interval of a rate.',
    folders: ['src/stats/'],
  },
  '@stdlib/stats-base-dists-normal-cdf': {
    version: '0.3.1',
    reason: 'p-values.',
    folders: ['src/stats/', 'src/validate/'],
  },
  '@stdlib/stats-base-dists-normal-quantile': {
    version: '0.3.1',
    reason: 'Intervals.',
    folders: ['src/stats/', 'src/learn/', 'src/activate/'],
  },
  'cli-table3': { version: '0.6.5', reason: 'Tables in the terminal.', folders: ['src/cli/', 'src/report/'] },
  commander: { version: '14.0.3', reason: 'Commands and flags.', folders: ['src/cli/'] },
  'email-providers': {
    version: '2.26.0',
    reason: '8,760 e-mail providers: their domains name no company.',
    folders: ['src/intake/'],
  },
  'i18n-iso-countries': {
    version: '7.14.0',
    reason: 'Names of countries in 78 languages.',
    folders: ['src/intake/'],
  },
  jsdom: {
    version: '29.1.1',
    reason: 'The document that Plot draws into outside a browser.',
    folders: ['src/report/'],
  },
  kysely: { version: '0.28.18', reason: 'Typed queries of the record.', folders: ['src/store/'] },
  'libphonenumber-js': {
    version: '1.13.16',
    reason: 'Telephone numbers of every country in one form.',
    folders: ['src/intake/'],
  },
  libsql: {
    version: '0.5.29',
    reason: 'SQLite with prebuilt binaries, for the record. Cuts texts at a NUL.',
    folders: ['src/store/open-sqlite.ts'],
  },
  picocolors: {
    version: '1.1.1',
    reason: 'Colour in the terminal.',
    folders: ['src/cli/', 'src/report/', 'src/demo/'],
  },
  'read-excel-file': { version: '9.3.17', reason: 'XLSX; npm `xlsx` has open holes.', folders: ['src/intake/'] },
  tldts: {
    version: '7.5.4',
    reason: 'The Public Suffix List: what of a host is one company.',
    folders: ['src/intake/'],
  },
  yaml: {
    version: '2.9.1',
    reason: 'Documents, with line and column.',
    folders: ['src/document/', 'src/profile/', 'src/intake/mapping/', 'src/store/', 'src/activate/'],
  },
  zod: {
    version: '4.6.7',
    reason: 'Schemas at the borders.',
    folders: ['src/profile/', 'src/intake/mapping/', 'src/activate/', 'src/workspace/', 'src/cli/'],
  },
};

/** Imports in src/ of packages that are not declared, or that are known to other folders only. */
export function findStrayImports(
  files: readonly TreeFile[],
  declared: Readonly<Record<string, Pick<Dependency, 'folders'>>>,
): string[] {
  return codeIn(files, 'src/').flatMap(({ path, text }) =>
    packagesOf(text)
      .filter((name) => !(declared[name]?.folders ?? []).some((folder) => path.startsWith(folder)))
      .map((name) => `${path}: ${name}`),
  );
}

/** Declared packages that nothing in src/ imports. */
export function findIdle(files: readonly TreeFile[], declared: Readonly<Record<string, unknown>>): string[] {
  const used = new Set(codeIn(files, 'src/').flatMap(({ text }) => packagesOf(text)));
  return Object.keys(declared).filter((name) => !used.has(name));
}

/** Every package outside src/ must at least be a declared one; types come from DefinitelyTyped. */
export function packagesOf(text: string): string[] {
  const names = findImports(text)
    .imports.map(({ specifier }) => specifier)
    .filter((specifier) => !specifier.startsWith('.') && !isBuiltin(specifier))
    .map((specifier) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  return [...new Set(names)];
}
