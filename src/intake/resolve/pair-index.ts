import { growSlots } from '../grow-slots.js';

/** Numbers pairs of whole numbers in order of first appearance. */
export class PairIndex {
  private table = new Int32Array(512);
  private firsts = new Int32Array(64);
  private seconds = new Int32Array(64);
  size = 0;

  /** The number of a pair, from 0 on. */
  of(first: number, second: number): number {
    const { table } = this;
    let hash = Math.imul(first ^ 0x5bd1e995, 0x2c1b3c6d);
    hash = Math.imul(hash ^ (hash >>> 15) ^ second, 0x297a2d39);
    hash ^= hash >>> 15;
    const mask = table.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const number = table[slot + 1] - 1;
      if (number < 0) return this.insert(slot, { hash, first, second });
      if (table[slot] === hash && this.firsts[number] === first && this.seconds[number] === second) return number;
    }
  }

  private insert(slot: number, { hash, first, second }: { hash: number; first: number; second: number }): number {
    const number = this.size++;
    if (number === this.firsts.length) [this.firsts, this.seconds] = [grown(this.firsts), grown(this.seconds)];
    this.firsts[number] = first;
    this.seconds[number] = second;
    this.table[slot] = hash;
    this.table[slot + 1] = number + 1;
    if (this.size * 4 > this.table.length) this.table = growSlots(this.table);
    return number;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
