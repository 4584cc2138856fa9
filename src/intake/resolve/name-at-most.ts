import { allowedTypos } from './edit-distance.js';
import type { WeighedNames } from './weigh-words.js';

/** Words of a weight from here on are rare, as in `compare-names.ts`; the other numbers are the most that it can give. */
const rareFrom = 5;
const most = { suffixes: 1.6, word: -0.4, twoNames: -3, floor: -6 };

/**
 * A bound on what comparing two names can give, from numbers alone; infinite where words may be typing errors of one
 * another, or nothing is left over, so that only a comparison tells. Most pairs of names end here.
 */
export function createNameBound(names: WeighedNames): (one: number, other: number) => number {
  const { starts, words, compact, wordTexts } = names;
  const weights = Float64Array.from(wordTexts, (_, word) => names.wordWeight(word));
  const lengths = Int32Array.from(wordTexts, ({ length }) => length);
  const letters = Int32Array.from(wordTexts, lettersOf);
  // A word that stands twice in a name can meet one of its kind and another that is like it: left to the comparison.
  const repeats = compact.map((_, name) => {
    const own = words.subarray(starts[name], starts[name + 1]);
    return own.some((word, i) => own.indexOf(word) !== i) ? 1 : 0;
  });
  const mayBeAlike = (x: number, y: number): boolean => {
    const [short, long] = lengths[x] < lengths[y] ? [x, y] : [y, x];
    const more = lengths[long] - lengths[short];
    const onlyShort = letters[short] & ~letters[long];
    if (more >= 3) return onlyShort === 0 && lengths[short] >= 3;
    const limit = allowedTypos(lengths[short]);
    return more <= limit && bitsIn(onlyShort) <= limit && bitsIn(letters[long] & ~letters[short]) <= limit;
  };
  return (one, other) => {
    if (compact[one] === compact[other] || repeats[one] + repeats[other] > 0) return Number.POSITIVE_INFINITY;
    const [fromA, toA, fromB, toB] = [starts[one], starts[one + 1], starts[other], starts[other + 1]];
    let sum = 0;
    let left = 0;
    let isRareA = false;
    for (let i = fromA; i < toA; i++) {
      if (contains(words, { word: words[i], from: fromB, to: toB })) {
        sum += weights[words[i]];
        continue;
      }
      left++;
      if (weights[words[i]] >= rareFrom) isRareA = true;
    }
    let isRareB = false;
    for (let k = fromB; k < toB; k++) {
      if (contains(words, { word: words[k], from: fromA, to: toA })) continue;
      left++;
      if (weights[words[k]] >= rareFrom) isRareB = true;
      for (let i = fromA; i < toA; i++) {
        if (mayBeAlike(words[i], words[k]) && !contains(words, { word: words[i], from: fromB, to: toB }))
          return Number.POSITIVE_INFINITY;
      }
    }
    if (left === 0) return Number.POSITIVE_INFINITY;
    const weight = sum + left * most.word;
    return Math.max(most.floor, (isRareA && isRareB ? Math.min(weight, most.twoNames) : weight) + most.suffixes);
  };
}

function contains(words: Int32Array, { word, from, to }: { word: number; from: number; to: number }): boolean {
  for (let i = from; i < to; i++) if (words[i] === word) return true;
  return false;
}

/** Which letters a word has, each as one of 32 bits. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
