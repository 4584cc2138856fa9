import { StringIndex } from '../string-index.js';
import type { Said } from './account-columns.js';

/** By row, a number for the last seven digits of its phone; -1 where it has none. What can be one number ends alike. */
export function phoneEnds({ codes, index }: Said): Int32Array {
  const ends = new StringIndex();
  const endOf = Int32Array.from(index.names, (text) => ends.of(text.slice(-7)));
  return codes.map((code) => (code < 0 ? -1 : endOf[code]));
}
