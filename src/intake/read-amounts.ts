import { AssayError } from '../errors.js';
import type { Best } from '../model/profile.js';
import type { Column, RawColumn } from '../model/table.js';
import { outcomeCells } from './outcome-cells.js';

export interface Amounts {
  /** What each row came to, ≥ 0; NaN where it is not known. */
  readonly amounts: Float64Array;
  /** 1 where it came to anything, 0 where not, 255 where it is not known. */
  readonly labels: Uint8Array;
  readonly best: Best;
  readonly notes: readonly string[];
}

/** More amounts below zero than this are no refunds: the column is something else. */
const mostNegative = 0.05;
const leastNumbers = 0.95;

/**
 * A column of amounts: what each account came to, 0 for nothing. An empty cell is not known, rather than nothing. Amounts
 * below zero (refunds) count as nothing while they are few.
 * @throws AssayError OUTCOME_AMBIGUOUS where the column holds no amounts.
 */
export function readAmounts(column: RawColumn | Column, { file }: { readonly file?: string } = {}): Amounts {
  const cells = outcomeCells(column);
  const read = Float64Array.from(cells.codes, (code) => (code < 0 ? Number.NaN : cells.numbers[code]));
  const present = cells.codes.reduce((count, code) => count + (code < 0 ? 0 : 1), 0);
  const known = read.filter((amount) => Number.isFinite(amount));
  const [negative, positive] = [
    known.filter((amount) => amount < 0).length,
    known.filter((amount) => amount > 0).length,
  ];
  const fail = (detail: string) =>
    new AssayError('OUTCOME_AMBIGUOUS', {
      detail,
      hint: `Name a column of amounts, 0 for accounts that came to nothing, or learn yes and no of this one: --outcome ${JSON.stringify(`${cells.name}=top25%`)} without --target.`,
      ...(file === undefined ? {} : { place: { file } }),
    });
  if (known.length < leastNumbers * present || known.length === 0)
    throw fail(
      `--target amount needs numbers, and ${present - known.length} of ${present} values of ${cells.name} are none.`,
    );
  if (negative > mostNegative * known.length)
    throw fail(
      `${negative} of ${known.length} values of ${cells.name} are below zero: multiples of an amount need amounts from 0 up.`,
    );
  if (positive === 0) throw fail(`No value of ${cells.name} is above zero.`);
  const amounts = read.map((amount) => (Number.isFinite(amount) ? Math.max(0, amount) : Number.NaN));
  return {
    amounts,
    labels: Uint8Array.from(amounts, (amount) => (Number.isNaN(amount) ? 255 : Number(amount > 0))),
    best: { outcome: cells.name, isAmount: true, description: `${cells.name} is large` },
    notes: negative === 0 ? [] : [`${negative} values of ${cells.name} are below zero and count as 0.`],
  };
}
