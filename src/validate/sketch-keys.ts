import { hashText } from '../stats/hash.js';

/** As many as tell an overlap of a few per cent, and few enough to stand in a document. */
const kept = 128;
/** Not the seed of splits: what a sketch keeps must say nothing of who was held out. */
const seed = 0x5eed;
/** So many keys of the other side must fall where the sketch looks before a share is told. */
const enough = 5;

/**
 * A bottom-k sketch of the accounts that were learnt from: the smallest hashes of their keys, ascending. It tells whether
 * other accounts are among them without naming any.
 * Source: E. Cohen and H. Kaplan, "Summarizing data using bottom-k sketches", PODC 2007.
 */
export function sketchKeys(keys: Iterable<string>): number[] {
  let hashes = new Set<number>();
  let border = Number.POSITIVE_INFINITY;
  const smallest = () => [...Uint32Array.from(hashes).sort().subarray(0, kept)];
  for (const key of keys) {
    const hash = hashText(key, seed);
    if (hash > border) continue;
    hashes.add(hash);
    if (hashes.size < 64 * kept) continue;
    hashes = new Set(smallest());
    border = Math.max(...hashes);
  }
  return smallest();
}

/**
 * The share of `keys` that the sketch has seen, 0–1, as an estimate; null where too few of them fall where it looks.
 * @param sketch from {@link sketchKeys}.
 */
export function overlapWithSketch(keys: Iterable<string>, sketch: readonly number[]): number | null {
  const seen = new Set(sketch);
  const border = sketch.length < kept ? Number.POSITIVE_INFINITY : sketch[sketch.length - 1];
  let looked = 0;
  let found = 0;
  for (const key of keys) {
    const hash = hashText(key, seed);
    if (hash > border) continue;
    looked++;
    if (seen.has(hash)) found++;
  }
  return looked < enough ? null : found / looked;
}
