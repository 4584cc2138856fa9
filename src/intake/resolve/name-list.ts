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
    let path = -1;
    for (const word of words) path = this.paths.of(path, this.texts.of(word));
    const whole = this.compacts.of(compact);
    const known = this.names.size;
    const name = this.names.of(path, whole);
    if (name === known) this.add(name, { words, path, whole });
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

  private add(name: number, { words, path, whole }: { words: readonly string[]; path: number; whole: number }): void {
    if (name + 1 >= this.starts.length) {
      this.starts = grown(this.starts);
      this.sameWords = grown(this.sameWords);
      this.compact = grown(this.compact);
    }
    const start = this.starts[name];
    while (start + words.length > this.words.length) this.words = grown(this.words);
    for (let i = 0; i < words.length; i++) this.words[start + i] = this.texts.of(words[i]);
    this.starts[name + 1] = start + words.length;
    this.sameWords[name] = path;
    this.compact[name] = whole;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
