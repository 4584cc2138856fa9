import { findAlikeWords } from './alike-words.js';
import { PairBag } from './pair-bag.js';
import { listMembers, pairBlocks } from './pair-blocks.js';
import { phoneEnds } from './phone-ends.js';
import type { WeighedRecords } from './weigh-records.js';
import type { WeighedNames } from './weigh-words.js';

/** A block of more records than this is divided by a second key, or passed over: pairs grow with its square. */
const caps = { exclusive: 60, rare: 16, divided: 16, typo: 120 } as const;

/**
 * Pairs of records (the smaller number first, each once, ascending) that share something worth a look: an id, a web
 * domain, an e-mail, a phone, an address, a name, its rarest words, or a rare word but for a typing error. Each record is
 * in a bounded number of blocks of bounded size, so pairs grow with records and not with their square.
 * @param isRuledOut pairs that need not be kept; must not depend on the order of the two.
 */
export function candidatePairs(
  records: Pick<WeighedRecords, 'first' | 'count' | 'facts' | 'names'>,
  isRuledOut: (a: number, b: number) => boolean,
): {
  readonly a: Int32Array;
  readonly b: Int32Array;
} {
  const { first, facts, names } = records;
  const into = new PairBag(records.count, isRuledOut);
  const of = (codes: Int32Array) => first.map((row) => codes[row]);
  const name = of(facts.name.codes);
  const byName = (codes: Int32Array) => name.map((n) => (n < 0 ? -1 : codes[n]));
  const compact = byName(names.compact);
  const place = placeOf(records);
  const phone = of(facts.phone.codes);
  const cap = caps.exclusive;
  pairBlocks([of(facts.id.codes)], { cap, finer: place, into });
  pairBlocks([of(facts.domain.codes), of(facts.otherDomain.codes)], { cap, finer: compact, into });
  pairBlocks([of(facts.email.codes)], { cap, finer: place, into });
  pairBlocks([of(phoneEnds(facts.phone))], { cap, finer: phone, into });
  // The same street and number are in many towns.
  pairBlocks([of(facts.street.codes)], { cap: caps.rare, finer: place, into });
  pairBlocks([compact], { cap, finer: place, into });
  pairBlocks([byName(names.sameWords)], { cap, finer: place, into });
  pairWords(name, { names, place, into });
  return into.finish();
}

/** The most exact place that is said, as a number. */
function placeOf({ first, facts: { postcode, city, country } }: Pick<WeighedRecords, 'first' | 'facts'>): Int32Array {
  const cities = postcode.index.names.length;
  const countries = cities + city.index.names.length;
  return first.map((row) => {
    if (postcode.codes[row] >= 0) return postcode.codes[row];
    if (city.codes[row] >= 0) return cities + city.codes[row];
    return country.codes[row] < 0 ? -1 : countries + country.codes[row];
  });
}

function pairWords(
  name: Int32Array,
  { names, place, into }: { names: WeighedNames; place: Int32Array; into: PairBag },
): void {
  const sorted = sortWords(names);
  const wordAt = (i: number) => name.map((n) => (n < 0 ? -1 : (sorted[n * most + i] ?? -1)));
  const [rarest, second] = [wordAt(0), wordAt(1)];
  const isRare = (word: number) => word >= 0 && names.wordCounts[word] <= caps.rare;
  const ifRare = (words: Int32Array) => words.map((word, record) => (isRare(rarest[record]) ? word : -1));
  pairBlocks([ifRare(rarest), ifRare(second)], { cap: caps.rare, into });
  pairDivided(name, { rarest, sorted, wordCount: names.wordTexts.length, place, into });
  pairTypos(listMembers([rarest, second]), { wordTexts: names.wordTexts, into });
}

/** So many words of each name are looked at, the rarest first. */
const most = 5;

/** By name, its rarest words; -1 behind the last. Words of one count stand in the order of their texts. */
function sortWords({ starts, words, wordCounts, wordTexts }: WeighedNames): Int32Array {
  const sorted = new Int32Array((starts.length - 1) * most).fill(-1);
  const isRarer = (x: number, y: number): boolean =>
    wordCounts[x] < wordCounts[y] || (wordCounts[x] === wordCounts[y] && wordTexts[x] < wordTexts[y]);
  for (let n = 0; n + 1 < starts.length; n++) {
    // Names are short: each word is put in its place among those before it.
    for (let i = starts[n], held = 0; i < starts[n + 1]; i++) {
      let at = n * most + held;
      while (at > n * most && isRarer(words[i], sorted[at - 1])) at--;
      if (at === (n + 1) * most) continue;
      held = Math.min(held + 1, most);
      sorted.copyWithin(at + 1, at, n * most + held - 1);
      sorted[at] = words[i];
    }
  }
  return sorted;
}

/** Records that share their rarest word and another of their words, or the place. */
function pairDivided(
  name: Int32Array,
  {
    rarest,
    sorted,
    wordCount,
    place,
    into,
  }: { rarest: Int32Array; sorted: Int32Array; wordCount: number; place: Int32Array; into: PairBag },
): void {
  const { starts, members } = listMembers([rarest]);
  for (let word = 0; word + 1 < starts.length; word++) {
    const [from, to] = [starts[word], starts[word + 1]];
    const size = to - from;
    if (size < 2) continue;
    const keys = new Float64Array(size * most);
    let count = 0;
    for (let i = 0; i < size; i++) {
      const record = members[from + i];
      for (let k = 1; k < most; k++) {
        const other = sorted[name[record] * most + k];
        if (other >= 0) keys[count++] = other * size + i;
      }
      if (place[record] >= 0) keys[count++] = (wordCount + place[record]) * size + i;
    }
    const ordered = keys.subarray(0, count).sort();
    for (let start = 0, end = 0; start < count; start = end) {
      const key = Math.floor(ordered[start] / size);
      while (end < count && Math.floor(ordered[end] / size) === key) end++;
      if (end - start < 2 || end - start > caps.divided) continue;
      into.addAll(Array.from(ordered.subarray(start, end), (code) => members[from + (code - key * size)]));
    }
  }
}

/** Records whose rarest words are alike but for a typing error. */
function pairTypos(
  { starts, members }: { starts: Int32Array; members: Int32Array },
  { wordTexts, into }: { wordTexts: readonly string[]; into: PairBag },
): void {
  const used = Array.from(wordTexts.keys()).filter(
    (word) => word + 1 < starts.length && starts[word + 1] > starts[word],
  );
  const texts = used.map((word) => wordTexts[word]);
  for (const [x, y] of findAlikeWords(texts)) {
    const [word, other] = [used[x], used[y]];
    const [rows, others] = [starts[word + 1] - starts[word], starts[other + 1] - starts[other]];
    if (rows * others > caps.typo) continue;
    for (let i = starts[word]; i < starts[word + 1]; i++)
      for (let k = starts[other]; k < starts[other + 1]; k++) into.add(members[i], members[k]);
  }
}
