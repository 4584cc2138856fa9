import type { AccountRecord } from './account-record.js';
import { findAlikeWords } from './alike-words.js';

/** A block of more records than this is divided by a second key, or passed over: pairs grow with its square. */
const caps = { exclusive: 60, rare: 16, divided: 16, typo: 120 } as const;

/**
 * Pairs of records (indices, the smaller first, each once, ascending) that share something worth a look: an id, a web
 * domain, an e-mail, a phone, an address, a name, its rarest words, or a rare word but for a typing error. Each record is
 * in a bounded number of blocks of bounded size, so pairs grow with records and not with their square.
 */
export function candidatePairs(records: readonly AccountRecord[]): { readonly a: Int32Array; readonly b: Int32Array } {
  const count = records.length;
  const found = new PairBag(count);
  const exact = new Blocks();
  const rare = new Blocks();
  const divided = new Blocks();
  const byWord = new Map<string, number[]>();
  for (let at = 0; at < count; at++) {
    const record = records[at];
    const place = record.postcode ?? record.city ?? record.country ?? '';
    const put = (key: string) => exact.put(key, { at, finer: `${key} ${place}` });
    if (record.id !== null) put(`id ${record.system} ${record.id}`);
    for (const domain of record.domains)
      exact.put(`domain ${domain}`, { at, finer: `domain ${domain} ${record.weighed?.compact}` });
    if (record.email !== null) put(`email ${record.email}`);
    if (record.phone !== null) exact.put(`phone ${record.phone.slice(-7)}`, { at, finer: `phone ${record.phone}` });
    // The same street and number are in many towns.
    if (record.street !== null) rare.put(`street ${record.street}`, { at, finer: `street ${record.street} ${place}` });
    if (record.weighed === null) continue;
    put(`name ${record.weighed.compact}`);
    put(`words ${record.weighed.words.map(({ text }) => text).join(' ')}`);
    const words = [...record.weighed.words].sort((x, y) => x.count - y.count || (x.text < y.text ? -1 : 1));
    for (const word of words.slice(0, 2)) {
      const rows = byWord.get(word.text);
      if (rows === undefined) byWord.set(word.text, [at]);
      else rows.push(at);
    }
    const rarest = words[0];
    if (rarest.count <= caps.rare) for (const word of words.slice(0, 2)) rare.put(word.text, { at, finer: null });
    for (const word of words.slice(1, 5)) divided.put(`${rarest.text} ${word.text}`, { at, finer: null });
    if (place !== '') divided.put(`${rarest.text} @ ${place}`, { at, finer: null });
  }
  exact.pair(found, caps.exclusive);
  rare.pair(found, caps.rare);
  divided.pair(found, caps.divided);
  pairTypos(byWord, found);
  return found.finish();
}

/** Records whose rarest words are alike but for a typing error. */
function pairTypos(byWord: ReadonlyMap<string, readonly number[]>, found: PairBag): void {
  for (const [word, other] of findAlikeWords([...byWord.keys()])) {
    const [rows, others] = [byWord.get(word) ?? [], byWord.get(other) ?? []];
    if (rows.length * others.length > caps.typo) continue;
    for (const a of rows) for (const b of others) found.add(a, b);
  }
}

/** Records by key; a key of too many is used in its finer form. */
class Blocks {
  private readonly members = new Map<string, number[]>();
  private readonly finer = new Map<string, string[]>();

  put(key: string, { at, finer }: { at: number; finer: string | null }): void {
    const block = this.members.get(key);
    if (block === undefined) this.members.set(key, [at]);
    else block.push(at);
    if (finer === null) return;
    const keys = this.finer.get(key);
    if (keys === undefined) this.finer.set(key, [finer]);
    else keys.push(finer);
  }

  pair(found: PairBag, cap: number): void {
    for (const [key, block] of this.members) {
      if (block.length <= cap) {
        found.addAll(block);
        continue;
      }
      const finer = this.finer.get(key);
      if (finer === undefined) continue;
      const parts = new Map<string, number[]>();
      for (let i = 0; i < block.length; i++) {
        const part = parts.get(finer[i]);
        if (part === undefined) parts.set(finer[i], [block[i]]);
        else part.push(block[i]);
      }
      for (const part of parts.values()) if (part.length <= cap) found.addAll(part);
    }
  }
}

/** Pairs as single numbers, so that sorting makes each come once. */
class PairBag {
  private codes = new Float64Array(1024);
  private size = 0;

  constructor(private readonly count: number) {}

  add(a: number, b: number): void {
    if (a === b) return;
    if (this.size === this.codes.length) {
      const larger = new Float64Array(this.size * 2);
      larger.set(this.codes);
      this.codes = larger;
    }
    this.codes[this.size++] = Math.min(a, b) * this.count + Math.max(a, b);
  }

  addAll(block: readonly number[]): void {
    for (let i = 1; i < block.length; i++) for (let j = 0; j < i; j++) this.add(block[j], block[i]);
  }

  finish(): { a: Int32Array; b: Int32Array } {
    const sorted = this.codes.subarray(0, this.size).sort();
    const unique = sorted.filter((code, i) => i === 0 || code !== sorted[i - 1]);
    return {
      a: Int32Array.from(unique, (code) => Math.floor(code / this.count)),
      b: Int32Array.from(unique, (code) => code % this.count),
    };
  }
}
