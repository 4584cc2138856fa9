import type { TermInput } from './additive-model.js';
import { binStarts } from './bin-starts.js';
import { joinCodes } from './join-codes.js';

/** The cells of a term joined to few, for tables of two attributes. */
export interface JoinedCells {
  readonly cellOf: Uint8Array;
  /** By code, 1 where accounts have it. Of a value that nobody had, a table has nothing to say. */
  readonly isSeen: Uint8Array;
  readonly size: number;
  /** Joined cell of each account. */
  readonly codes: Uint8Array;
}

const mostCells = 5;

/**
 * Few cells of one attribute: a chain is cut into about five of about equal count, of categories the four most frequent stand
 * alone where there are more than five. Missing stands alone beside a chain. A cell without accounts joins another.
 */
export function pairCells(term: TermInput): JoinedCells {
  const { codes, size, ordered, shape } = term;
  const counts = new Float64Array(size);
  for (let i = 0; i < codes.length; i++) counts[codes[i]]++;
  const isSeen = Uint8Array.from(counts, (count) => (count > 0 ? 1 : 0));
  // What counts in a wished way does so whatever else is known, so it takes part in no table.
  if (shape !== undefined)
    return { cellOf: new Uint8Array(size), isSeen, size: 1, codes: new Uint8Array(codes.length) };
  const cellOf = ordered > 0 ? chainCells(counts, ordered) : categoryCells(counts);
  return {
    cellOf,
    isSeen,
    size: size === 0 ? 0 : Math.max(...cellOf) + 1,
    codes: joinCodes(codes, cellOf),
  };
}

function chainCells(counts: Float64Array, ordered: number): Uint8Array {
  const starts = new Set(binStarts(counts.subarray(0, ordered), mostCells));
  const cellOf = new Uint8Array(counts.length);
  let next = 0;
  for (let cell = 1; cell < ordered; cell++) cellOf[cell] = starts.has(cell) ? ++next : next;
  for (let cell = ordered; cell < counts.length; cell++) cellOf[cell] = counts[cell] > 0 ? ++next : 0;
  return cellOf;
}

function categoryCells(counts: Float64Array): Uint8Array {
  const seen = [...counts.keys()].filter((cell) => counts[cell] > 0).sort((a, b) => counts[b] - counts[a] || a - b);
  const last = Math.max(0, Math.min(seen.length, mostCells) - 1);
  const cellOf = new Uint8Array(counts.length).fill(last);
  seen.slice(0, last).forEach((cell, rank) => {
    cellOf[cell] = rank;
  });
  return cellOf;
}
