import { posix } from 'node:path';
import { findImports } from './find-imports.js';
import { codeIn, type TreeFile } from './read-tree.js';

/** The folders of src/ in the order in which data flow: each may import itself and what stands before it. */
export const layers = [
  'model',
  'stats',
  'kernels',
  'sql',
  'engine',
  'document',
  'intake',
  'value',
  'learn',
  'profile',
  'score',
  'validate',
  'monitor',
  'voice',
  'activate',
  'report',
  'store',
  'demo',
  'workspace',
] as const;

/** Thin: one use case of the workspace, its answer printed. They never import one another. */
export const surfaces = ['cli', 'server', 'mcp'] as const;
/** Files at the top of src/ that everyone may import. */
const forEveryone = new Set(['src/errors.js', 'src/version.js']);
/** What surfaces may call: the use cases, and what prints their answers. Types they may name from anywhere. */
const openToSurfaces = new Set(['workspace', 'report', 'profile', 'demo', 'model']);

/** Imports in src/ that run against the order. */
export function findLayerBreaks(files: readonly TreeFile[]): string[] {
  const broken: string[] = [];
  for (const { path, text } of codeIn(files, 'src/')) {
    const from = folderOf(path);
    if (from !== '' && !isKnown(from)) broken.push(`${path}: the folder src/${from} has no place in the layers`);
    for (const { specifier, isTypeOnly, line } of findImports(text).imports) {
      if (!specifier.startsWith('.')) continue;
      const target = posix.join(posix.dirname(path), specifier);
      if (!mayImport(path, { target, isTypeOnly })) broken.push(`${path}:${line}: may not import ${target}`);
    }
  }
  return broken;
}

function mayImport(path: string, { target, isTypeOnly }: { target: string; isTypeOnly: boolean }): boolean {
  if (!target.startsWith('src/')) return false;
  if (forEveryone.has(target)) return true;
  const from = folderOf(path);
  const to = folderOf(target);
  if (path === 'src/index.ts') return to !== '' && !isSurface(to);
  if (from === '' || to === '') return false;
  if (from === to) return true;
  if (isSurface(from)) return openToSurfaces.has(to) || (isTypeOnly && !isSurface(to));
  return !isSurface(to) && rank(to) < rank(from);
}

function folderOf(path: string): string {
  const parts = path.split('/');
  return parts.length > 2 ? parts[1] : '';
}

function rank(folder: string): number {
  return (layers as readonly string[]).indexOf(folder);
}

function isSurface(folder: string): boolean {
  return (surfaces as readonly string[]).includes(folder);
}

function isKnown(folder: string): boolean {
  return rank(folder) >= 0 || isSurface(folder);
}
