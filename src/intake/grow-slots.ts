/**
 * A hash table of four times the size with the same entries. Slot s holds a hash at 2s and a number from 1 on at 2s + 1,
 * 0 where it is free; an entry stands in the first free slot from that of its hash.
 */
export function growSlots(old: Int32Array): Int32Array<ArrayBuffer> {
  const table = new Int32Array(old.length * 4);
  const mask = table.length - 1;
  for (let from = 0; from < old.length; from += 2) {
    if (old[from + 1] === 0) continue;
    let slot = (old[from] << 1) & mask;
    while (table[slot + 1] !== 0) slot = (slot + 2) & mask;
    table[slot] = old[from];
    table[slot + 1] = old[from + 1];
  }
  return table;
}
