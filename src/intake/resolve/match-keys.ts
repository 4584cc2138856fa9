import { type AccountName, readCompanyName } from './account-name.js';
import { foldWords } from './fold-text.js';
import { nearKeys } from './near-keys.js';

/** Two keys that mean one thing, and how that was seen. */
export interface KeyMatch {
  readonly a: string;
  readonly b: string;
  readonly how: 'said' | 'exact' | 'folded' | 'bare' | 'fuzzy';
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
 * Joins the keys of two tables. What each key of `a` meets is sought in this order, and the first that finds any decides:
 * what a person said; the same text; the same without case, accents, punctuation, spaces and leading zeros (`GTXPro` and
 * `GTX Pro`, `000123` and `123`), or the short and the long form of one Salesforce id; the same without legal form (`Acme`
 * and `Acme GmbH`); one typing error away ({@link nearKeys}). Where it finds several, none is taken. Keys with different
 * digits are never the same. Each key of `a` meets at most one of `b`; several may meet the same.
 * @param about `keysA`, `keysB`: cells of the key columns; repeated and empty ones are passed over. `said`: pairs, in
 * either order, that a person decided. `ownerOf`: what a key of `b` stands for; keys of one owner are no choice.
 */
export function matchKeys({
  keysA,
  keysB,
  said = [],
  ownerOf = (key) => key,
}: {
  readonly keysA: readonly (string | null)[];
  readonly keysB: readonly (string | null)[];
  readonly said?: readonly SaidKeys[];
  readonly ownerOf?: (key: string) => unknown;
}): KeyMatches {
  const [all, targets] = [distinct(keysA), distinct(keysB)];
  const word = readSaid(said, new Set(targets));
  const seek = seekEqual(targets);
  const matches: KeyMatch[] = [];
  const ambiguous: KeyMatches['ambiguous'][number][] = [];
  const rest: string[] = [];
  const take = (a: string, { found, how, why }: Found): boolean => {
    const candidates = found.filter((b) => !word.isApart(a, b));
    if (candidates.length === 0) return false;
    const [b] = candidates;
    if (candidates.every((other) => ownerOf(other) === ownerOf(b))) matches.push({ a, b, how, reason: why(b) });
    else ambiguous.push({ a, candidates });
    return true;
  };
  for (const a of all) {
    const meant = word.together.get(a);
    if (meant !== undefined)
      matches.push({ a, b: meant, how: 'said', reason: `A person said that “${a}” is “${meant}”.` });
    else if (!seek(a).some((found) => take(a, found)) && !word.refused.has(a)) rest.push(a);
  }
  const near = seekNear(rest, targets);
  // A key that another key of `a` already is may be a word of its own: both stand in one table, side by side.
  const own = new Set(matches.flatMap(({ b, how }) => (how === 'exact' || how === 'folded' ? [b] : [])));
  for (const a of rest)
    take(a, {
      found: near(a),
      how: 'fuzzy',
      why: (b) => {
        const beside = own.has(b) ? ` “${b}” itself stands in both, too.` : '';
        return `“${a}” is one typing error from “${b}”, and no other key is as near.${beside}`;
      },
    });
  const metA = new Set([...matches, ...ambiguous].map(({ a }) => a));
  const metB = new Set(matches.map(({ b }) => b));
  return {
    matches,
    unmatchedA: all.filter((key) => !metA.has(key)),
    unmatchedB: targets.filter((key) => !metB.has(key)),
    ambiguous,
  };
}

interface Found {
  readonly found: readonly string[];
  readonly how: KeyMatch['how'];
  /** One sentence. */
  readonly why: (b: string) => string;
}

/** What a person said, as it is asked for. Who took a key from what it seemed to be does not want the next best thing. */
function readSaid(said: readonly SaidKeys[], targets: ReadonlySet<string>) {
  const both = said.flatMap(({ a, b, isOne }) => [[a, b, isOne] as const, [b, a, isOne] as const]);
  const apart = new Set(both.flatMap(([a, b, isOne]) => (isOne ? [] : [`${a}\n${b}`])));
  return {
    isApart: (a: string, b: string) => apart.has(`${a}\n${b}`),
    refused: new Set(both.flatMap(([a, , isOne]) => (isOne ? [] : [a]))),
    together: new Map(both.flatMap(([a, b, isOne]) => (isOne && targets.has(b) ? [[a, b] as const] : []))),
  };
}

/** What equals a key, the surest first. */
function seekEqual(targets: readonly string[]): (a: string) => Found[] {
  const known = new Set(targets);
  const byFold = groupBy(targets, foldKey);
  const byShort = groupBy(targets.filter(isLongId), (key) => key.slice(0, 15));
  // Of a million ids none may be needed as a name.
  let byBare: Map<string, string[]> | null = null;
  const ofBare = (bare: string): readonly string[] => {
    byBare ??= groupBy(targets, bareKey);
    return byBare.get(bare) ?? [];
  };
  return (a) => {
    if (known.has(a)) return [{ found: [a], how: 'exact', why: () => `“${a}” stands in both.` }];
    const short = isLongId(a) ? [a.slice(0, 15)].filter((key) => known.has(key)) : (byShort.get(a) ?? []);
    const [fold, bare] = [foldKey(a), bareKey(a)];
    return [
      { found: short, how: 'folded', why: (b) => foldReason(a, b) },
      { found: byFold.get(fold) ?? [], how: 'folded', why: (b) => foldReason(a, b) },
      {
        found: bare === '' ? [] : ofBare(bare),
        how: 'bare',
        why: (b) => `“${a}” and “${b}” are one name, but for the legal form and small words.`,
      },
    ];
  };
}

/** Keys that are one typing error away, as they are written or without their legal forms. */
function seekNear(rest: readonly string[], targets: readonly string[]): (a: string) => string[] {
  const spellings = (key: string) => [foldWords(key), bareWords(key)].filter((words) => words.length > 0);
  // Digits are never typing errors, and so numbers have none: a million ids need no look.
  const worded = rest.filter((key) => /\p{L}/u.test(key));
  if (worded.length === 0) return () => [];
  const text = (words: readonly string[]) => words.join('');
  const byText = new Map<string, string[]>();
  for (const b of targets)
    for (const spelling of new Set(spellings(b).map(text))) byText.set(spelling, [...(byText.get(spelling) ?? []), b]);
  const near = nearKeys(worded.flatMap(spellings), targets.flatMap(spellings));
  return (a) => [
    ...new Set(
      spellings(a)
        .flatMap((words) => near.get(text(words)) ?? [])
        .flatMap((spelling) => byText.get(spelling) ?? []),
    ),
  ];
}

/** A name without legal form; empty for what is no name: ids have digits and few letters. */
function bareKey(key: string): string {
  return bareWords(key).join('');
}

function bareWords(key: string): readonly string[] {
  const letters = key.replace(/[^\p{L}]/gu, '').length;
  if (letters < 3 || letters < key.replace(/\D/g, '').length) return [];
  const name = readCompanyName(key);
  return name === null || !/\p{L}{3}/u.test(name.compact) ? [] : nameWords(name);
}

/** The words of what is compared: plural endings stay. */
function nameWords({ words, compact }: AccountName): readonly string[] {
  return words.join('') === compact ? words : [compact];
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

function distinct(keys: readonly (string | null)[]): string[] {
  return [...new Set(keys.filter((key) => key !== null && key.trim() !== ''))] as string[];
}

/** Keys by what they are read as; what is read as nothing is left out. */
function groupBy(keys: readonly string[], of: (key: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const name = of(key);
    const group = groups.get(name);
    if (group !== undefined) group.push(key);
    else if (name !== '') groups.set(name, [key]);
  }
  return groups;
}
