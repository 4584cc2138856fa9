import { growSlots } from '../grow-slots.js';
import { SlicedColumn } from './sliced-column.js';

/**
 * The distinct values of one column, coded in order of first appearance without making a string of every cell: open
 * addressing over a hash of the bytes, which stay where they are in the text. Bytes are hashed and compared four at a
 * time, and each slot holds the hash beside the code, so that a new value costs one look into the table.
 */
export class ByteDictionary {
  private readonly view: DataView;
  private codes = new Int32Array(1024);
  /** Slot s: the hash at 2s, the code + 1 at 2s + 1, 0 where the slot is free. */
  private table = new Int32Array(512);
  private starts = new Int32Array(64);
  private ends = new Int32Array(64);
  private size = 0;
  private rows = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Adds cells: bytes `starts[i]` up to but not including `ends[i]`; an empty cell gets code -1. */
  addAll(starts: Int32Array, ends: Int32Array): void {
    while (this.rows + starts.length > this.codes.length) this.codes = grown(this.codes);
    const { codes } = this;
    let { rows } = this;
    for (let i = 0; i < starts.length; i++) {
      codes[rows++] = starts[i] === ends[i] ? -1 : this.code(starts[i], ends[i]);
    }
    this.rows = rows;
  }

  /** Drops what is not needed any more, and returns the codes with one slice of the text for each distinct value. */
  finish(name: string): SlicedColumn {
    const { bytes, starts, ends, size: count } = this;
    const codes = this.codes.length === this.rows ? this.codes : this.codes.slice(0, this.rows);
    this.table = this.codes = this.starts = this.ends = new Int32Array(0);
    return new SlicedColumn(name, { bytes, codes, starts, ends, count });
  }

  private code(start: number, end: number): number {
    const { table } = this;
    const hash = this.hash(start, end);
    const mask = table.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const entry = table[slot + 1] - 1;
      if (entry < 0) return this.insert(slot, { hash, start, end });
      if (table[slot] === hash && this.isAlike(entry, { start, end })) return entry;
    }
  }

  private hash(start: number, end: number): number {
    const { bytes, view } = this;
    let hash = end - start;
    if (hash < 4) {
      for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at], 0x01000193);
    } else {
      const last = end - 4;
      for (let at = start; at < last; at += 4) {
        hash = Math.imul(hash ^ view.getInt32(at, true), 0x2c1b3c6d);
        hash ^= hash >>> 15;
      }
      // The last four bytes may overlap those before: that costs less than going over one to three bytes singly.
      hash = Math.imul(hash ^ view.getInt32(last, true), 0x2c1b3c6d);
    }
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x297a2d39);
    return hash ^ (hash >>> 15);
  }

  private isAlike(entry: number, { start, end }: { start: number; end: number }): boolean {
    const { bytes, view } = this;
    const other = this.starts[entry];
    if (this.ends[entry] - other !== end - start) return false;
    const shift = other - start;
    if (end - start < 4) {
      for (let at = start; at < end; at++) if (bytes[at] !== bytes[at + shift]) return false;
      return true;
    }
    const last = end - 4;
    for (let at = start; at < last; at += 4) if (view.getInt32(at) !== view.getInt32(at + shift)) return false;
    return view.getInt32(last) === view.getInt32(last + shift);
  }

  private insert(slot: number, { hash, start, end }: { hash: number; start: number; end: number }): number {
    const code = this.size++;
    if (code === this.starts.length) [this.starts, this.ends] = [grown(this.starts), grown(this.ends)];
    this.starts[code] = start;
    this.ends[code] = end;
    this.table[slot] = hash;
    this.table[slot + 1] = code + 1;
    if (this.size * 4 > this.table.length) this.table = growSlots(this.table);
    return code;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
