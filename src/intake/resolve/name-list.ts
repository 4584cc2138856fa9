import { StringIndex } from '../string-index.js';
import type { AccountName } from './account-name.js';
import { PairIndex } from './pair-index.js';

/** Different names, numbered in order of first appearance, as numbers of their words: a million of them are no objects. */
export class NameList {
  readonly texts = new StringIndex();
  readonly compacts = new StringIndex();
  /** A sequence of words is a path: each step the number of the path before and the word. */
  private readonly paths = new PairIndex();
  private readonly names = new PairIndex();
  private own = new Int32Array(16);
  /** The words of name n: `words[starts[n]] … words[starts[n + 1] - 1]`. */
  starts = new Int32Array(1024);
  words = new Int32Array(1024);
  /** By name: equal where all words are the same, and where they are when written in one. */
  sameWords = new Int32Array(1024);
  compact = new Int32Array(1024);

  get length(): number {
    return this.names.size;
  }

  /** The number of a name; names of the same words, written in one or in several, are one. */
  of({ words, compact }: Pick<AccountName, 'words' | 'compact'>): number {
    if (words.length > this.own.length) this.own = new Int32Array(words.length * 2);
    let path = -1;
    for (let i = 0; i < words.length; i++) {
      this.own[i] = this.texts.of(words[i]);
      path = this.paths.of(path, this.own[i]);
    }
    const whole = this.compacts.of(compact);
    const known = this.names.size;
    const name = this.names.of(path, whole);
    if (name === known) this.add(name, { count: words.length, path, whole });
    return name;
  }

  at(name: number): Pick<AccountName, 'words' | 'compact'> {
    const words = Array.from(
      this.words.subarray(this.starts[name], this.starts[name + 1]),
      (word) => this.texts.names[word],
    );
    return { words, compact: this.compacts.names[this.compact[name]] };
  }

  /** Equal where words and their spelling in one are; names sort by it. */
  keyOf(name: number): string {
    const { words, compact } = this.at(name);
    return `${words.join(' ')} ${compact}`;
  }

  /** Adds the name whose words were numbered last. */
  private add(name: number, { count, path, whole }: { count: number; path: number; whole: number }): void {
    if (name + 1 >= this.starts.length) {
      this.starts = grown(this.starts);
      this.sameWords = grown(this.sameWords);
      this.compact = grown(this.compact);
    }
    const start = this.starts[name];
    while (start + count > this.words.length) this.words = grown(this.words);
    for (let i = 0; i < count; i++) this.words[start + i] = this.own[i];
    this.starts[name + 1] = start + count;
    this.sameWords[name] = path;
    this.compact[name] = whole;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
