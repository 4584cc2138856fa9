import type { PairBag } from './pair-bag.js';

export interface Block {
  /** A block of more members than this is divided by `finer`, or passed over: pairs grow with its square. */
  readonly cap: number;
  /** By member; absent where there is nothing finer. */
  readonly finer?: Int32Array;
}

/** Puts all pairs of members with one key into the bag. @param keys columns of keys by member; -1 is none. */
export function pairBlocks(keys: readonly Int32Array[], { cap, finer, into }: Block & { into: PairBag }): void {
  const { starts, members } = listMembers(keys);
  for (let key = 0; key + 1 < starts.length; key++) {
    const [from, to] = [starts[key], starts[key + 1]];
    if (to - from < 2) continue;
    const block = members.subarray(from, to);
    if (block.length <= cap) into.addAll(block);
    else if (finer !== undefined) {
      const parts = new Map<number, number[]>();
      for (const member of block) {
        const part = parts.get(finer[member]);
        if (part === undefined) parts.set(finer[member], [member]);
        else part.push(member);
      }
      for (const part of parts.values()) if (part.length <= cap) into.addAll(part);
    }
  }
}

/** Members by key, ascending: those of key k are `members[starts[k]] … members[starts[k + 1] - 1]`. */
export function listMembers(keys: readonly Int32Array[]): { starts: Int32Array; members: Int32Array } {
  let most = -1;
  for (const column of keys) for (let i = 0; i < column.length; i++) if (column[i] > most) most = column[i];
  const starts = new Int32Array(most + 2);
  for (const column of keys) for (let i = 0; i < column.length; i++) if (column[i] >= 0) starts[column[i] + 1]++;
  for (let key = 0; key <= most; key++) starts[key + 1] += starts[key];
  const next = starts.slice();
  const members = new Int32Array(starts[most + 1]);
  const count = keys.length === 0 ? 0 : keys[0].length;
  for (let member = 0; member < count; member++)
    for (const column of keys) if (column[member] >= 0) members[next[column[member]]++] = member;
  return { starts, members };
}
