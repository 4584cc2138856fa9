import { findAlikeWords } from './alike-words.js';
import { editDistance } from './edit-distance.js';
import { foldWords } from './fold-text.js';

/** Two keys that mean one thing, and how that was seen. */
export interface KeyMatch {
  readonly a: string;
  readonly b: string;
  readonly how: 'said' | 'exact' | 'folded' | 'fuzzy';
  /** One sentence; for exact matches, too. */
  readonly reason: string;
}

export interface KeyMatches {
  readonly matches: readonly KeyMatch[];
  /** Keys of each side that found nothing, in order of first appearance. */
  readonly unmatchedA: readonly string[];
  readonly unmatchedB: readonly string[];
  /** Keys that several others are as near to: a person must choose. */
  readonly ambiguous: readonly { readonly a: string; readonly candidates: readonly string[] }[];
}

/** What a person said of two keys that are not equal. */
export interface SaidKeys {
  readonly a: string;
  readonly b: string;
  readonly isOne: boolean;
}

/**
 * Joins the keys of two tables: first those that a person said are one, then those that are equal, then those that are
 * equal without case, accents, punctuation, spaces and leading zeros (`GTXPro` and `GTX Pro`, `000123` and `123`) or are
 * the short and the long form of one Salesforce id, then those that are one typing error apart where no second key is as
 * near. Keys with different digits are never the same. Each key of `a` meets at most one of `b`; several may meet the same.
 * @param about `keysA`, `keysB`: cells of the key columns; repeated and empty ones are passed over. `said`: pairs, in
 * either order, that a person decided.
 */
export function matchKeys({
  keysA,
  keysB,
  said = [],
}: {
  readonly keysA: readonly (string | null)[];
  readonly keysB: readonly (string | null)[];
  readonly said?: readonly SaidKeys[];
}): KeyMatches {
  const [all, targets] = [distinct(keysA), distinct(keysB)];
  const targetSet = new Set(targets);
  const word = new Map(
    said.flatMap(({ a, b, isOne }) => [[`${a}\n${b}`, isOne] as const, [`${b}\n${a}`, isOne] as const]),
  );
  // Who took a key from what it seemed to be does not want it to be the next best thing.
  const refused = new Set(said.flatMap(({ a, b, isOne }) => (isOne ? [] : [a, b])));
  const isApart = (a: string, b: string) => word.get(`${a}\n${b}`) === false;
  const together = new Map(
    said
      .flatMap(({ a, b, isOne }) => (isOne ? [[a, b] as const, [b, a] as const] : []))
      .filter(([, b]) => targetSet.has(b)),
  );
  const matches: KeyMatch[] = [];
  const ambiguous: { a: string; candidates: string[] }[] = [];
  const byFold = groupBy(targets, foldKey);
  const byShort = groupBy(targets.filter(isLongId), (key) => key.slice(0, 15));
  const rest: string[] = [];
  for (const a of all) {
    const meant = together.get(a);
    if (meant !== undefined) {
      matches.push({ a, b: meant, how: 'said', reason: `A person said that “${a}” is “${meant}”.` });
      continue;
    }
    if (targetSet.has(a)) {
      matches.push({ a, b: a, how: 'exact', reason: `“${a}” stands in both.` });
      continue;
    }
    const folded = foldKey(a) === '' ? [] : (byFold.get(foldKey(a)) ?? []);
    const short = isLongId(a) ? (targetSet.has(a.slice(0, 15)) ? [a.slice(0, 15)] : []) : (byShort.get(a) ?? []);
    const found = (short.length > 0 ? short : folded).filter((b) => !isApart(a, b));
    if (found.length === 1) matches.push({ a, b: found[0], how: 'folded', reason: foldReason(a, found[0]) });
    else if (found.length > 1) ambiguous.push({ a, candidates: found });
    else if (!refused.has(a)) rest.push(a);
  }
  const near = nearestOf([...new Set(rest.map(foldKey))], [...byFold.keys()]);
  // A key that another key of `a` already is, is not the same thing misspelt: both stand in one table, side by side.
  const own = new Set(matches.map(({ b }) => foldKey(b)));
  for (const a of rest) {
    const candidates = (near.get(foldKey(a)) ?? [])
      .flatMap((fold) => byFold.get(fold) ?? [])
      .filter((b) => !isApart(a, b));
    if (candidates.length === 1) {
      const [b] = candidates;
      const beside = own.has(foldKey(b)) ? ` “${b}” itself stands in both, too.` : '';
      matches.push({
        a,
        b,
        how: 'fuzzy',
        reason: `“${a}” is one typing error from “${b}”, and no other key is as near.${beside}`,
      });
    } else if (candidates.length > 1) ambiguous.push({ a, candidates });
  }
  const metA = new Set([...matches, ...ambiguous].map(({ a }) => a));
  const metB = new Set(matches.map(({ b }) => b));
  return {
    matches,
    unmatchedA: all.filter((key) => !metA.has(key)),
    unmatchedB: targets.filter((key) => !metB.has(key)),
    ambiguous,
  };
}

/** A key as it is compared at second sight; a number that a spreadsheet wrote with `.0` is the number. */
function foldKey(key: string): string {
  const text = /^\s*\d+\.0+\s*$/.test(key) ? key.slice(0, key.indexOf('.')) : key;
  return foldWords(text)
    .join('')
    .replace(/(^|[^\d])0+(?=\d)/g, '$1');
}

/** Salesforce ids have 15 characters whose case counts, or 18 whose last three stand for it. */
function isLongId(key: string): boolean {
  return /^[a-zA-Z0-9]{15}[A-Z0-5]{3}$/.test(key) && /\d/.test(key);
}

function foldReason(a: string, b: string): string {
  const bare = (key: string) => key.replace(/(^|[^\d])0+(?=\d)/g, '$1').replace(/\.0+$/, '');
  if (Math.abs(a.length - b.length) === 3 && a.slice(0, 15) === b.slice(0, 15))
    return `“${a}” and “${b}” are the long and the short form of one id.`;
  if (bare(a) === bare(b)) return `“${a}” and “${b}” are the same number, written with and without zeros.`;
  return `“${a}” and “${b}” differ in case, accents, punctuation, spaces or leading zeros only.`;
}

/** For each folded key, those of the other side at the least distance: one letter, or two in long ones. */
function nearestOf(some: readonly string[], others: readonly string[]): Map<string, string[]> {
  const [left, right] = [new Set(some), new Set(others)];
  const best = new Map<string, { distance: number; keys: string[] }>();
  const folds = [...new Set([...some, ...others])];
  for (const [x, y] of findAlikeWords(folds, { hasDigits: true })) {
    for (const [a, b] of [
      [folds[x], folds[y]],
      [folds[y], folds[x]],
    ]) {
      if (!left.has(a) || !right.has(b) || digitsOf(a) !== digitsOf(b)) continue;
      const distance = editDistance(a, { to: b, limit: 2 });
      const known = best.get(a);
      if (known === undefined || distance < known.distance) best.set(a, { distance, keys: [b] });
      else if (distance === known.distance) known.keys.push(b);
    }
  }
  return new Map([...best].map(([key, { keys }]) => [key, keys]));
}

function digitsOf(key: string): string {
  return key.replace(/\D/g, '');
}

function distinct(keys: readonly (string | null)[]): string[] {
  return [...new Set(keys.filter((key) => key !== null && key.trim() !== ''))] as string[];
}

function groupBy(keys: readonly string[], of: (key: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const key of keys) groups.set(of(key), [...(groups.get(of(key)) ?? []), key]);
  return groups;
}
