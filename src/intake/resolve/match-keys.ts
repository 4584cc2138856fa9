import { findAlikeWords } from './alike-words.js';
import { editDistance } from './edit-distance.js';
import { foldWords } from './fold-text.js';

/** Two keys that mean one thing, and how that was seen. */
export interface KeyMatch {
  readonly a: string;
  readonly b: string;
  readonly how: 'exact' | 'folded' | 'fuzzy';
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

/**
 * Joins the keys of two tables: first those that are equal, then those that are equal without case, accents, punctuation
 * and spaces (`GTXPro` and `GTX Pro`), then those that are one typing error apart where no second key is as near. Keys
 * with different digits are never the same. Each key of `a` meets at most one of `b`; several may meet the same.
 * @param keysA, keysB cells of the key columns; repeated and empty ones are passed over.
 */
export function matchKeys(keysA: readonly (string | null)[], keysB: readonly (string | null)[]): KeyMatches {
  const [all, targets] = [distinct(keysA), distinct(keysB)];
  const targetSet = new Set(targets);
  const matches: KeyMatch[] = [];
  const ambiguous: { a: string; candidates: string[] }[] = [];
  const byFold = groupBy(targets, foldKey);
  const rest: string[] = [];
  for (const a of all) {
    if (targetSet.has(a)) {
      matches.push({ a, b: a, how: 'exact', reason: `“${a}” stands in both.` });
      continue;
    }
    const found = foldKey(a) === '' ? [] : (byFold.get(foldKey(a)) ?? []);
    if (found.length === 1)
      matches.push({
        a,
        b: found[0],
        how: 'folded',
        reason: `“${a}” and “${found[0]}” differ in case, accents, punctuation or spaces only.`,
      });
    else if (found.length > 1) ambiguous.push({ a, candidates: found });
    else rest.push(a);
  }
  const near = nearestOf([...new Set(rest.map(foldKey))], [...byFold.keys()]);
  // A key that another key of `a` already is, is not the same thing misspelt: both stand in one table, side by side.
  const own = new Set(matches.map(({ b }) => foldKey(b)));
  for (const a of rest) {
    const candidates = (near.get(foldKey(a)) ?? []).flatMap((fold) => byFold.get(fold) ?? []);
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

/** A key as it is compared at second sight. */
function foldKey(key: string): string {
  return foldWords(key).join('');
}

/** For each folded key, those of the other side at the least distance: one letter, or two in long ones. */
function nearestOf(some: readonly string[], others: readonly string[]): Map<string, string[]> {
  const [left, right] = [new Set(some), new Set(others)];
  const best = new Map<string, { distance: number; keys: string[] }>();
  for (const [x, y] of findAlikeWords([...new Set([...some, ...others])], { hasDigits: true })) {
    for (const [a, b] of [
      [x, y],
      [y, x],
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
