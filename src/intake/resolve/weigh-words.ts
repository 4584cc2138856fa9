import type { StringIndex } from '../string-index.js';
import type { AccountColumns } from './account-columns.js';
import type { WeighedName, Word } from './account-record.js';
import { commonWords, suffixWords } from './business-words.js';

/** In the world, a usual word of business stands in so many names. */
const commonCount = 200;

/** The names of all rows by their words. Words and names have numbers; objects are made for those that are asked for. */
export interface WeighedNames {
  readonly wordTexts: readonly string[];
  /** In how many different names each word stands. */
  readonly wordCounts: Int32Array;
  /** The words of name n: `words[starts[n]] … words[starts[n + 1] - 1]`. */
  readonly starts: Int32Array;
  readonly words: Int32Array;
  /** By name: equal where all words are the same, and where they are when written in one. */
  readonly sameWords: Int32Array;
  readonly compact: Int32Array;
  readonly compacts: StringIndex;
  wordWeight(word: number): number;
  weighed(name: number): WeighedName;
}

/** @param base natural log of the number of accounts that the data are thought to come from. */
export function weighWords(
  { names }: Pick<AccountColumns, 'names'>,
  { kind, base }: { kind: 'company' | 'person'; base: number },
): WeighedNames {
  const { texts, compacts, words, compact, sameWords, starts } = names;
  const counts = new Int32Array(texts.names.length);
  const isCounted = new Uint8Array(sameWords.reduce((most, path) => Math.max(most, path), 0) + 1);
  for (let n = 0; n < names.length; n++) {
    if (isCounted[sameWords[n]] === 1) continue;
    isCounted[sameWords[n]] = 1;
    for (let i = starts[n]; i < starts[n + 1]; i++) {
      const first = words.indexOf(words[i], starts[n]);
      if (first === i) counts[words[i]]++;
    }
  }
  const made: Word[] = [];
  const wordWeight = (word: number): number => {
    const text = texts.names[word];
    const isCommon = kind === 'company' && (commonWords.has(text) || text.length < 2);
    const weight = Math.max(0, base - Math.log(counts[word] + (isCommon ? commonCount : 0)));
    // Names of people repeat in the world more than in a list.
    return kind === 'person' ? Math.min(5, weight) : weight;
  };
  const wordOf = (word: number): Word => {
    const text = texts.names[word];
    made[word] ??= {
      text,
      count: counts[word],
      weight: wordWeight(word),
      isNumber: /\d/.test(text),
      isSuffix: kind === 'company' && suffixWords.has(text),
    };
    return made[word];
  };
  const weighed = new Map<number, WeighedName>();
  return {
    wordTexts: texts.names,
    wordCounts: counts,
    starts: starts.subarray(0, names.length + 1),
    words,
    sameWords: sameWords.subarray(0, names.length),
    compact: compact.subarray(0, names.length),
    compacts,
    wordWeight,
    weighed: (n) => {
      let name = weighed.get(n);
      if (name === undefined) {
        name = {
          compact: compacts.names[compact[n]],
          words: Array.from(words.subarray(starts[n], starts[n + 1]), wordOf),
        };
        weighed.set(n, name);
      }
      return name;
    },
  };
}
