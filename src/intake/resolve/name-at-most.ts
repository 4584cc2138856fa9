import { suffixWords } from './business-words.js';
import { allowedTypos } from './edit-distance.js';
import { bitsIn, lettersOf } from './letters-of.js';
import type { WeighedNames } from './weigh-words.js';

/** Words of a weight from here on are rare, as in `compare-names.ts`; the other numbers are the most that it can give. */
const rareFrom = 5;
const most = {
  suffixes: 1.6,
  alike: -1.5,
  suffix: -0.4,
  common: -1.5,
  rare: -2.5,
  twoNames: -3,
  initials: 1,
  floor: -6,
};

/**
 * A bound on what comparing two names can give, from numbers alone; infinite where they are the same when written in one, or
 * hold a word twice, so that only a comparison tells. Most pairs of names end here.
 */
export function createNameBound(names: WeighedNames): (one: number, other: number) => number {
  const { starts, words, compact, wordTexts } = names;
  const weights = Float64Array.from(wordTexts, (_, word) => names.wordWeight(word));
  // Three numbers a word, side by side: letters, length, first letter.
  const shapes = new Int32Array(wordTexts.length * 3);
  for (let word = 0; word < wordTexts.length; word++) {
    const text = wordTexts[word];
    shapes[word * 3] = lettersOf(text);
    shapes[word * 3 + 1] = text.length;
    shapes[word * 3 + 2] = text.charCodeAt(0);
  }
  const losses = Float64Array.from(wordTexts, (text, word) =>
    suffixWords.has(text) ? most.suffix : weights[word] >= rareFrom ? most.rare : most.common,
  );
  // A word that stands twice in a name can meet one of its kind and another that is like it: left to the comparison.
  const repeats = new Uint8Array(compact.length);
  for (let name = 0; name < repeats.length; name++) repeats[name] = hasRepeat(words, starts[name], starts[name + 1]);
  const mayBeAlike = (x: number, y: number): boolean => {
    const [short, long] = shapes[x * 3 + 1] < shapes[y * 3 + 1] ? [x, y] : [y, x];
    const length = shapes[short * 3 + 1];
    const more = shapes[long * 3 + 1] - length;
    const onlyShort = shapes[short * 3] & ~shapes[long * 3];
    // Usual words are cut short: as it is decided when names are compared.
    if (more >= 3)
      return (
        onlyShort === 0 && length >= 3 && weights[long] < rareFrom && shapes[short * 3 + 2] === shapes[long * 3 + 2]
      );
    const limit = allowedTypos(length);
    return more <= limit && bitsIn(onlyShort) <= limit && bitsIn(shapes[long * 3] & ~shapes[short * 3]) <= limit;
  };
  return (one, other) => {
    if (compact[one] === compact[other] || repeats[one] + repeats[other] > 0) return Number.POSITIVE_INFINITY;
    const [fromA, toA, fromB, toB] = [starts[one], starts[one + 1], starts[other], starts[other + 1]];
    let sum = 0;
    let [isRareA, isRareB, isSuffixOnly, isAlike] = [false, false, true, false];
    for (let i = fromA; i < toA; i++) {
      const word = words[i];
      if (contains(words, { word, from: fromB, to: toB })) {
        sum += weights[word];
        continue;
      }
      let gain = losses[word];
      let isAlone = true;
      for (let k = fromB; k < toB; k++) {
        if (!mayBeAlike(word, words[k]) || contains(words, { word: words[k], from: fromA, to: toA })) continue;
        isAlone = false;
        gain = Math.max(gain, Math.min(weights[word], weights[words[k]]) + most.alike);
      }
      sum += gain;
      if (!isAlone) isAlike = true;
      else {
        if (weights[word] >= rareFrom) isRareA = true;
        if (losses[word] !== most.suffix) isSuffixOnly = false;
      }
    }
    for (let k = fromB; k < toB; k++) {
      const word = words[k];
      if (contains(words, { word, from: fromA, to: toA })) continue;
      // One that may be a word of the other name costs nothing.
      if (isAlike && isLikeAny(word, { from: fromA, to: toA, mayBeAlike, words })) continue;
      sum += losses[word];
      if (weights[word] >= rareFrom) isRareB = true;
      if (losses[word] !== most.suffix) isSuffixOnly = false;
    }
    let weight = isSuffixOnly ? sum + most.suffixes : sum;
    if (isRareA && isRareB) weight = Math.min(weight, most.twoNames);
    const [fewer, more] = toA - fromA < toB - fromB ? [toA - fromA, toB - fromB] : [toB - fromB, toA - fromA];
    return Math.max(fewer === 1 && more > 2 ? most.initials : most.floor, weight);
  };
}

function isLikeAny(
  word: number,
  {
    from,
    to,
    mayBeAlike,
    words,
  }: { from: number; to: number; mayBeAlike: (x: number, y: number) => boolean; words: Int32Array },
): boolean {
  for (let i = from; i < to; i++) if (mayBeAlike(words[i], word)) return true;
  return false;
}

function hasRepeat(words: Int32Array, from: number, to: number): 0 | 1 {
  for (let i = from + 1; i < to; i++) for (let k = from; k < i; k++) if (words[i] === words[k]) return 1;
  return 0;
}

function contains(words: Int32Array, { word, from, to }: { word: number; from: number; to: number }): boolean {
  for (let i = from; i < to; i++) if (words[i] === word) return true;
  return false;
}
