import { decodeSlices } from './decode-slices.js';

/**
 * The distinct values of one column, coded in order of first appearance without making a string of every cell: open
 * addressing over a multiplicative hash of the bytes, which stay where they are in the text.
 */
export class ByteDictionary {
  private codes = new Int32Array(1024);
  private table = new Int32Array(256);
  private hashes = new Int32Array(128);
  private starts = new Int32Array(128);
  private ends = new Int32Array(128);
  private size = 0;
  private rows = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** Adds cells: bytes `starts[i]` up to but not including `ends[i]`; an empty cell gets code -1. */
  addAll(starts: Int32Array, ends: Int32Array): void {
    while (this.rows + starts.length > this.codes.length) this.codes = grown(this.codes);
    const { codes } = this;
    for (let i = 0; i < starts.length; i++) {
      codes[this.rows++] = starts[i] === ends[i] ? -1 : this.code(starts[i], ends[i]);
    }
  }

  /** Drops what is not needed any more, and returns the codes and one string for each distinct value. */
  finish(): { codes: Int32Array; labels: string[] } {
    const labels = decodeSlices(this.bytes, { starts: this.starts, ends: this.ends, count: this.size });
    const codes = this.codes.slice(0, this.rows);
    this.codes = this.table = this.hashes = this.starts = this.ends = new Int32Array(0);
    return { codes, labels };
  }

  private code(start: number, end: number): number {
    const { bytes, table, hashes, starts, ends } = this;
    const length = end - start;
    let hash = length;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x2c1b3c6d);
    hash ^= hash >>> 13;
    const mask = table.length - 1;
    let slot = hash & mask;
    for (;;) {
      const entry = table[slot] - 1;
      if (entry < 0) return this.insert(slot, { hash, start, end });
      if (hashes[entry] === hash && ends[entry] - starts[entry] === length) {
        let i = 0;
        const other = starts[entry];
        while (i < length && bytes[other + i] === bytes[start + i]) i++;
        if (i === length) return entry;
      }
      slot = (slot + 1) & mask;
    }
  }

  private insert(slot: number, { hash, start, end }: { hash: number; start: number; end: number }): number {
    const code = this.size++;
    if (code === this.hashes.length) {
      [this.hashes, this.starts, this.ends] = [grown(this.hashes), grown(this.starts), grown(this.ends)];
    }
    this.hashes[code] = hash;
    this.starts[code] = start;
    this.ends[code] = end;
    this.table[slot] = code + 1;
    if (this.size * 2 > this.table.length) this.rehash();
    return code;
  }

  private rehash(): void {
    const table = new Int32Array(this.table.length * 4);
    const mask = table.length - 1;
    for (let code = 0; code < this.size; code++) {
      let slot = this.hashes[code] & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = code + 1;
    }
    this.table = table;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
