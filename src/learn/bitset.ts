import type { Kernels } from '../kernels/kernels.js';

/**
 * Accounts laid out so that one pass over a bitset counts positives and all: positives first, padded to a whole word,
 * then the others.
 */
export interface BitLayout {
  /** Bit of each account, by its place in the list of rows. */
  readonly bitOf: Int32Array;
  /** Words of a bitset, and how many of them at the front hold positives. */
  readonly words: number;
  readonly positiveWords: number;
  readonly accounts: number;
  readonly positives: number;
}

export interface Tally {
  readonly accounts: number;
  readonly positives: number;
}

/** @param rows the accounts to lay out. @param labels outcome by row: 1 positive. */
export function layOutBits(rows: Int32Array, labels: Uint8Array): BitLayout {
  const bitOf = new Int32Array(rows.length);
  let positives = 0;
  for (let i = 0; i < rows.length; i++) if (labels[rows[i]] === 1) bitOf[i] = positives++;
  const positiveWords = (positives + 31) >>> 5;
  let bit = positiveWords * 32;
  for (let i = 0; i < rows.length; i++) if (labels[rows[i]] !== 1) bitOf[i] = bit++;
  return { bitOf, words: (bit + 31) >>> 5, positiveWords, accounts: rows.length, positives };
}

/** Accounts and positives in both sets. */
export function countIntersection(
  a: Uint32Array,
  b: Uint32Array,
  { layout, kernels }: { readonly layout: BitLayout; readonly kernels: Kernels },
): Tally {
  const positives = kernels.countJoint(a, b, { from: 0, to: layout.positiveWords });
  return {
    accounts: positives + kernels.countJoint(a, b, { from: layout.positiveWords, to: layout.words }),
    positives,
  };
}

/** The accounts that a set of codes picks. @param of `codes` by row, `isIn` by code, `into` cleared before. */
export function pickBits(
  rows: Int32Array,
  of: {
    readonly codes: Uint8Array | Uint16Array;
    readonly isIn: Uint8Array;
    readonly layout: BitLayout;
    readonly into: Uint32Array;
  },
): Uint32Array {
  const { codes, isIn, into } = of;
  const { bitOf } = of.layout;
  for (let i = 0; i < rows.length; i++) into[bitOf[i] >>> 5] |= isIn[codes[rows[i]]] << (bitOf[i] & 31);
  return into;
}

/** The sets as rows of one matrix in the kernels' memory: those that lie in one already are left where they are. */
export function stackBits(sets: readonly Uint32Array[], kernels: Kernels): Uint32Array {
  const words = sets[0]?.length ?? 0;
  const [first] = sets;
  const isStacked = sets.every(
    ({ buffer, byteOffset }, s) => buffer === first.buffer && byteOffset === first.byteOffset + 4 * s * words,
  );
  if (isStacked && first !== undefined) return new Uint32Array(first.buffer, first.byteOffset, sets.length * words);
  const matrix = kernels.words(sets.length * words);
  sets.forEach((bits, s) => {
    matrix.set(bits, s * words);
  });
  return matrix;
}
