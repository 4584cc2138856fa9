import type { WeighedName, Word } from './account-record.js';
import { isTypo } from './edit-distance.js';

export interface NameComparison {
  /** Natural log-odds, the rarity of the words included. */
  readonly weight: number;
  readonly degree: 'same' | 'alike' | 'partly' | 'different';
  readonly isNumberDifferent: boolean;
}

/** m and u of names, as natural log-odds; see docs/methods/entity-resolution.md. */
const weights = {
  company: {
    same: 3.2,
    typo: -3,
    attested: -2,
    suffix: -0.4,
    common: -1.5,
    rare: -3.5,
    number: -6,
    both: -2,
    above: 5,
    typoAbove: 0.3,
    initials: 1,
    twoNames: -4,
    floor: -8,
  },
  person: {
    same: 0.3,
    typo: -1.5,
    attested: -2,
    suffix: -0.4,
    common: -2,
    rare: -2.5,
    number: -6,
    both: -2,
    above: 2,
    typoAbove: 0,
    initials: 0,
    twoNames: -3,
    floor: -6,
  },
};
/** A word in fewer names than this may be a typing error; one in more is a word. */
const attested = 3;
/** Words of a weight from here on are rare: about one name in 150. */
const rareFrom = 5;

/** Compares two names by their words: rare words weigh more, legal forms nothing, and what is left over counts against. */
export function compareNames(
  a: WeighedName,
  { with: b, kind, base }: { readonly with: WeighedName; readonly kind: 'company' | 'person'; readonly base: number },
): NameComparison {
  const table = weights[kind];
  const cap = base + table.above;
  if (a === b || a.compact === b.compact) {
    // Written in one word or in several: the smaller sum is the safer.
    const [words] = a.words.length < b.words.length ? [a.words] : [b.words];
    const sum = words.reduce((total, word) => total + word.weight, 0);
    return { weight: Math.min(cap, sum + table.same), degree: 'same', isNumberDifferent: false };
  }
  if (kind === 'company' && (isInitials(a, b) || isInitials(b, a)))
    return { weight: table.initials, degree: 'alike', isNumberDifferent: false };
  const restA: Word[] = [];
  const restB = [...b.words];
  let weight = 0;
  let matched = 0;
  for (const word of a.words) {
    const at = restB.indexOf(word);
    if (at < 0) restA.push(word);
    else {
      restB.splice(at, 1);
      weight += word.weight;
      matched++;
    }
  }
  if (restA.length + restB.length === 0)
    return { weight: Math.min(cap, weight + table.same), degree: 'same', isNumberDifferent: false };
  const left: Word[] = [];
  for (const word of restA) {
    const found = bestAlike(word, restB, table);
    if (found === null) left.push(word);
    else {
      restB.splice(found.at, 1);
      weight += found.weight;
      matched++;
    }
  }
  const against = left.length + restB.length;
  const isNumberDifferent = left.some(({ isNumber }) => isNumber) || restB.some(({ isNumber }) => isNumber);
  // One letter off may be a typing error or another company: alone, and in one country, that is not enough to merge.
  if (against === 0)
    return { weight: Math.min(base + table.typoAbove, weight + table.same / 2), degree: 'alike', isNumberDifferent };
  for (const word of [...left, ...restB]) weight += penaltyOf(word, table);
  const isBoth = left.some(({ isSuffix }) => !isSuffix) && restB.some(({ isSuffix }) => !isSuffix);
  if (isBoth) weight += table.both;
  const isRare = (words: readonly Word[]) => words.some((word) => word.weight >= rareFrom || word.isNumber);
  // Each has a rare word of its own: whatever usual words they share, these are two names.
  if (isRare(left) && isRare(restB)) weight = Math.min(weight, table.twoNames);
  const isSuffixOnly = [...left, ...restB].every(({ isSuffix }) => isSuffix);
  if (isSuffixOnly && matched > 0) weight += table.same / 2;
  const degree = matched === 0 ? 'different' : isSuffixOnly ? 'alike' : 'partly';
  return { weight: Math.max(table.floor, Math.min(cap, weight)), degree, isNumberDifferent };
}

/** `IBM` for `International Business Machines`: three letters or more, which alone would say little. */
function isInitials(short: WeighedName, { words }: WeighedName): boolean {
  if (short.words.length !== 1 || words.length < 3 || short.compact.length !== words.length) return false;
  return words.every(({ text }, at) => text[0] === short.compact[at]);
}

type Weights = (typeof weights)['company'];

/** The best of the words that can be the same one: a typing error, or cut short (`Log` for `Logistics`). */
function bestAlike(word: Word, among: readonly Word[], table: Weights): { at: number; weight: number } | null {
  let best: { at: number; weight: number } | null = null;
  for (let at = 0; at < among.length; at++) {
    const other = among[at];
    const isWord = word.count >= attested && other.count >= attested;
    let weight: number | null = null;
    if (isShort(word, other)) weight = Math.min(word.weight, other.weight) - 1.5;
    else if (isTypo(word.text, other.text))
      weight = Math.min(word.weight, other.weight) + table.typo + (isWord ? table.attested : 0);
    if (weight !== null && (best === null || weight > best.weight)) best = { at, weight };
  }
  return best;
}

/** Usual words are cut short; a rare word that goes on is another word: Copper is not Copperfinch. */
function isShort(a: Word, b: Word): boolean {
  const [short, long] = a.text.length < b.text.length ? [a, b] : [b, a];
  if (short.text.length < 3 || long.weight >= rareFrom) return false;
  return long.text.length >= short.text.length + 3 && long.text.startsWith(short.text);
}

function penaltyOf(word: Word, table: Weights): number {
  if (word.isNumber) return table.number;
  if (word.isSuffix) return table.suffix;
  return word.weight >= rareFrom ? table.rare : table.common;
}
