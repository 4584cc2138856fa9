import type { CodedTable } from './grid.js';

export interface LabelledAccounts {
  readonly coded: CodedTable;
  readonly labels: Uint8Array;
  /** Accounts with equal numbers stay together. */
  readonly groups: Int32Array;
}

/**
 * About `most` of the accounts, whole groups of them, chosen by a hash of their group; all of them where they are no more.
 * @returns the same object where nothing is left out.
 */
export function sampleAccounts<T extends LabelledAccounts>(
  accounts: T,
  { most, seed }: { readonly most: number; readonly seed: number },
): LabelledAccounts {
  const { coded, labels, groups } = accounts;
  if (labels.length <= most) return accounts;
  const limit = (most / labels.length) * 2 ** 32;
  let count = 0;
  const rows = new Int32Array(labels.length);
  for (let row = 0; row < labels.length; row++) if (mix(groups[row] ^ seed) < limit) rows[count++] = row;
  const taken = rows.subarray(0, count);
  return {
    coded: { grids: coded.grids, codes: coded.codes.map((codes) => takeBytes(codes, taken)), rowCount: count },
    labels: takeBytes(labels, taken),
    groups: Int32Array.from(taken, (row) => groups[row]),
  };
}

function takeBytes(bytes: Uint8Array, rows: Int32Array): Uint8Array {
  const taken = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = bytes[rows[i]];
  return taken;
}

/** The last steps of murmur3: every bit of a number reaches every bit of the result. */
function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
