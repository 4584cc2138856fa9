import { findAlikeWords } from './alike-words.js';
import { editDistance } from './edit-distance.js';

/** Names shorter than this are other names when a letter is another one: `Nova` and `Nora`. */
const shortest = 5;

/**
 * For each key those of the other side that are one typing error away: one letter put in, taken out or changed, or two
 * neighbours swapped. A letter may be wrong in words of five letters and more only; two may be swapped in any, where the
 * whole key has five. Digits are never typing errors.
 * @param some keys by their words, folded. @param others the same.
 */
export function nearKeys(
  some: readonly (readonly string[])[],
  others: readonly (readonly string[])[],
): Map<string, string[]> {
  const [left, right] = [byText(some), byText(others)];
  const texts = [...new Set([...left.keys(), ...right.keys()])];
  const near = new Map<string, string[]>();
  for (const [x, y] of findAlikeWords(texts, { hasDigits: true })) {
    for (const [a, b] of [
      [texts[x], texts[y]],
      [texts[y], texts[x]],
    ]) {
      const [wordsA, wordsB] = [left.get(a), right.get(b)];
      if (wordsA === undefined || wordsB === undefined || !isOneError(a, b)) continue;
      const isSure = isSwap(a, b) || Math.min(wrongWord(wordsA, b), wrongWord(wordsB, a)) >= shortest;
      if (isSure) near.set(a, [...(near.get(a) ?? []), b]);
    }
  }
  return near;
}

function byText(keys: readonly (readonly string[])[]): Map<string, readonly string[]> {
  return new Map(keys.map((words) => [words.join(''), words]));
}

function isOneError(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < shortest || digitsOf(a) !== digitsOf(b)) return false;
  return editDistance(a, { to: b, limit: 1 }) === 1;
}

/** Of two texts that are one error apart. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = firstDifference(a, b);
  return at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at];
}

/** The length of the word in which a key begins to differ from another. */
function wrongWord(words: readonly string[], other: string): number {
  const at = firstDifference(words.join(''), other);
  let end = 0;
  for (const word of words) {
    end += word.length;
    if (at < end) return word.length;
  }
  return words[words.length - 1].length;
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
