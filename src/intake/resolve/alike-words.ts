import { allowedTypos, editDistance, isTypo } from './edit-distance.js';

/** Letters whose difference people do not hear; vowels after the first letter go. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/c[kh]?|q/g, 'k'],
  [/[zx]/g, 's'],
  [/[vw]/g, 'f'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
];
/** A key that more words share than this says little. */
const largest = 60;

/**
 * Pairs of words that are one but for a typing error. Words meet when they are equal with one letter left out of each, or
 * with their sound written roughly; only these are compared. Time grows with words times their length.
 * @param options `hasDigits`: words with digits are compared, too; the caller looks at the digits.
 * Source of leaving letters out: T. Bocek, E. Hunt, B. Stiller, "Fast similarity search in large dictionaries", 2007.
 */
export function findAlikeWords(
  words: readonly string[],
  { hasDigits = false }: { readonly hasDigits?: boolean } = {},
): [string, string][] {
  const blocks = new Map<string, number[]>();
  const put = (key: string, at: number) => {
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [at]);
    else if (block[block.length - 1] !== at) block.push(at);
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (allowedTypos(word.length) === 0 || (!hasDigits && /\d/.test(word))) continue;
    put(word, at);
    for (let i = 0; i < word.length; i++) put(word.slice(0, i) + word.slice(i + 1), at);
    if (allowedTypos(word.length) > 1) put(`~${soundOf(word)}`, at);
  }
  const seen = new Set<number>();
  const pairs: [string, string][] = [];
  for (const block of blocks.values()) {
    if (block.length < 2 || block.length > largest) continue;
    for (let i = 1; i < block.length; i++) {
      for (let j = 0; j < i; j++) {
        const code = block[j] * words.length + block[i];
        if (seen.has(code)) continue;
        seen.add(code);
        if (isAlike(words[block[j]], words[block[i]], hasDigits)) pairs.push([words[block[j]], words[block[i]]]);
      }
    }
  }
  return pairs;
}

function isAlike(a: string, b: string, hasDigits: boolean): boolean {
  if (!hasDigits) return isTypo(a, b);
  const limit = allowedTypos(Math.min(a.length, b.length));
  return editDistance(a, { to: b, limit }) <= limit;
}

function soundOf(word: string): string {
  const rough = sounds.reduce((text, [letters, sound]) => text.replace(letters, sound), word);
  return rough.charAt(0) + rough.slice(1).replace(/[aeiouh]/g, '');
}
