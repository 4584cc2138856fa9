import { growSlots } from './grow-slots.js';

/**
 * Numbers strings in order of first appearance. Where nearly all of a million strings are different this takes half
 * the time of a `Map`: one look-up where that needs two, and nothing but small whole numbers to move when it grows.
 */
export class StringIndex {
  readonly names: string[] = [];
  /** Slot s: the hash at 2s, the number + 1 at 2s + 1, 0 where the slot is free. */
  private table = new Int32Array(512);

  /** The number of a string, from 0 on. */
  of(text: string): number {
    const { table, names } = this;
    const hash = hashOf(text);
    const mask = table.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const number = table[slot + 1] - 1;
      if (number < 0) {
        table[slot] = hash;
        table[slot + 1] = names.push(text);
        if (names.length * 4 > table.length) this.table = growSlots(table);
        return names.length - 1;
      }
      if (table[slot] === hash && names[number] === text) return number;
    }
  }
}

function hashOf(text: string): number {
  let hash = text.length;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x2c1b3c6d);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0x297a2d39);
  return hash ^ (hash >>> 15);
}
