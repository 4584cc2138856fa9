import { posix } from 'node:path';
import type { TreeFile } from './read-tree.js';
import { scanTokens } from './scan-tokens.js';

export interface Sizes {
  readonly median: number;
  readonly p90: number;
  /** Files over 400 lines, with their length. */
  readonly over: readonly string[];
}

/** Lengths in lines. Percentiles by nearest rank. */
export function measureSizes(files: readonly TreeFile[]): Sizes {
  const lines = files.map(({ text }) => text.split('\n').length - 1).sort((a, b) => a - b);
  const rank = (share: number) => lines[Math.max(0, Math.ceil(share * lines.length) - 1)] ?? 0;
  const over = files
    .map(({ path, text }) => ({ path, count: text.split('\n').length - 1 }))
    .filter(({ count }) => count > 400)
    .map(({ path, count }) => `${path}: ${count} lines`);
  return { median: rank(0.5), p90: rank(0.9), over };
}

/** `any` as a type, in code: not in comments or strings, not `Promise.any`, not a key called any. */
export function findAny(files: readonly TreeFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const tokens = scanTokens(text).filter(({ kind }) => kind !== 'comment');
    return tokens
      .filter((token, i) => token.text === 'any' && token.kind === 'word' && tokens[i - 1]?.text !== '.')
      .map(({ line }) => `${path}:${line}: any`);
  });
}

export interface Suppression {
  readonly place: string;
  readonly hasReason: boolean;
}

/** Comments that switch a check off. A reason is what follows a dash or colon, at least three words. */
export function findSuppressions(files: readonly TreeFile[]): Suppression[] {
  const silencer = /@ts-(?:ignore|expect-error|nocheck)|biome-ignore|eslint-disable|(?:istanbul|v8|c8) ignore/;
  return files.flatMap(({ path, text }) =>
    scanTokens(text)
      .filter(({ kind, text: comment }) => kind === 'comment' && silencer.test(comment))
      .map(({ line, text: comment }) => ({
        place: `${path}:${line}`,
        hasReason: /(?:[:–—]|\s-)\s*\S+\s+\S+\s+\S+/.test(comment.slice(comment.search(silencer))),
      })),
  );
}

/** Never at the end of a name; `types` only not alone, for `assign-types` says something. */
const sayNothing = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'manager', 'old', 'copy']);

/** Files and folders whose name does not say what is in them, or is not kebab-case (React components: PascalCase). */
export function findBadNames(files: readonly TreeFile[]): string[] {
  return files
    .filter(({ path }) => {
      const stem = posix.basename(path).split('.')[0];
      const isKebab = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem) || path.endsWith('.tsx');
      const parts = [...posix.dirname(path).split('/').slice(1), stem];
      const isEmpty = parts.some((part) => part === 'types' || sayNothing.has(part.split('-').at(-1) ?? ''));
      return !isKebab || (isEmpty && !path.startsWith('test/types/'));
    })
    .map(({ path }) => path);
}
