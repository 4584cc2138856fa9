import { allowedTypos, editDistance, isTypo } from './edit-distance.js';
import { PairBag } from './pair-bag.js';

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
 * Pairs of words (their places in the list) that are one but for a typing error. Words meet when they are equal with one
 * letter left out of each, or with their sound written roughly; only these are compared. What is left is hashed, so that
 * a word needs a few numbers and no texts; words that meet by their hashes alone are compared for nothing. Time grows
 * with words times their length.
 * @param words each once. @param options `hasDigits`: words with digits are compared, too; the caller looks at the digits.
 * Source of leaving letters out: T. Bocek, E. Hunt, B. Stiller, "Fast similarity search in large dictionaries", 2007.
 */
export function findAlikeWords(
  words: readonly string[],
  { hasDigits = false }: { readonly hasDigits?: boolean } = {},
): [number, number][] {
  const keys = hashWords(words, hasDigits);
  const count = words.length;
  const met = new PairBag(count);
  const block: number[] = [];
  for (let start = 0, end = 0; start < keys.length; start = end) {
    const hash = Math.floor(keys[start] / count);
    block.length = 0;
    for (; end < keys.length && Math.floor(keys[end] / count) === hash; end++) {
      const at = keys[end] - hash * count;
      if (block[block.length - 1] !== at) block.push(at);
    }
    if (block.length > 1 && block.length <= largest) met.addAll(block);
  }
  const { a, b } = met.finish();
  const pairs: [number, number][] = [];
  for (let i = 0; i < a.length; i++) if (isAlike(words[a[i]], words[b[i]], hasDigits)) pairs.push([a[i], b[i]]);
  return pairs;
}

/** Of each word the hashes under which others may meet it, times the number of words, plus its place; ascending. */
function hashWords(words: readonly string[], hasDigits: boolean): Float64Array {
  // Hash and place must fit into the 53 bits of a double.
  const room = Math.min(2 ** 32, Math.floor(Number.MAX_SAFE_INTEGER / Math.max(1, words.length)));
  let keys = new Float64Array(1024);
  let size = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const typos = allowedTypos(word.length);
    if (typos === 0 || (!hasDigits && /\d/.test(word))) continue;
    while (size + word.length + 2 > keys.length) keys = doubled(keys);
    const put = (hash: number) => {
      const bits = mixed(hash);
      keys[size++] = (bits < room ? bits : bits % room) * words.length + at;
    };
    put(hashOf(word));
    hashShorter(word, put);
    if (typos > 1) put(hashOf(`~${soundOf(word)}`));
  }
  return keys.subarray(0, size).sort();
}

const factor = 0x01000193;

function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, factor) + word.charCodeAt(i) + 1) | 0;
  return hash;
}

/** The hashes of the word with each of its letters left out. */
function hashShorter(word: string, put: (hash: number) => void): void {
  let behind = 0;
  let power = 1;
  let before = hashOf(word);
  const inverse = 0x359c449b;
  for (let i = word.length - 1; i >= 0; i--) {
    const letter = word.charCodeAt(i) + 1;
    before = Math.imul((before - letter) | 0, inverse);
    put((Math.imul(before, power) + behind) | 0);
    behind = (behind + Math.imul(letter, power)) | 0;
    power = Math.imul(power, factor);
  }
}

function mixed(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return (bits ^ (bits >>> 15)) >>> 0;
}

function doubled(array: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
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
