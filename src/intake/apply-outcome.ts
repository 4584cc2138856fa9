import type { Best } from '../model/profile.js';
import type { Column, RawColumn } from '../model/table.js';
import { foldValue, outcomeCells } from './outcome-cells.js';

/**
 * Labels of a column by a definition of "best" that is already there: 1 where the row has it, 0 where it has not,
 * 255 where nothing is known. For a threshold, what is no number is not known. For values, everything else that is
 * present is a negative, unless the definition names its negatives (`not`): then the rest is not known.
 */
export function applyOutcome(column: RawColumn | Column, best: Best): Uint8Array {
  const cells = outcomeCells(column);
  const { atLeast } = best;
  const positives = new Set((best.is ?? []).map((value) => foldValue(value)));
  const negatives = best.not === undefined ? null : new Set(best.not.map((value) => foldValue(value)));
  const byCode = Uint8Array.from(cells.labels, (_, code) => {
    if (atLeast !== undefined) {
      const value = cells.numbers[code];
      return Number.isNaN(value) ? 255 : Number(value >= atLeast);
    }
    if (positives.has(cells.folded[code])) return 1;
    return negatives === null || negatives.has(cells.folded[code]) ? 0 : 255;
  });
  return Uint8Array.from(cells.codes, (code) => (code < 0 ? 255 : byCode[code]));
}
