import type { Scorecard } from '../model/scorecard.js';
import type { Column } from '../model/table.js';
import { type CompiledCard, compileCard } from './compile-card.js';
import { createPlacer } from './place-accounts.js';

/** Accounts whose codes on all axes stay in the processor's cache while they are added up. */
const blockRows = 2048;

/**
 * The points of every account: the card's base plus one row of each term and one cell of each pair. Integers, so they add
 * up exactly.
 * @param columns typed as the profile says; an attribute that is not there counts as missing for every account.
 */
export function scoreTable(
  card: Pick<Scorecard, 'base' | 'terms' | 'pairs'>,
  { columns, rowCount }: { columns: readonly Column[]; rowCount: number },
) {
  const compiled = compileCard(card);
  const byName = new Map(columns.map((column) => [column.name, column]));
  const placers = compiled.axes.map((axis) => createPlacer(axis, byName.get(axis.attribute)));
  const totals = new Int32Array(rowCount);
  const buffers = placers.map(() => new Uint16Array(Math.min(blockRows, rowCount)));
  for (let from = 0; from < rowCount; from += blockRows) {
    const length = Math.min(blockRows, rowCount - from);
    const codes = length === buffers[0]?.length ? buffers : buffers.map((buffer) => buffer.subarray(0, length));
    for (const [a, place] of placers.entries()) place(codes[a], from);
    addPoints(compiled, { codes, into: totals.subarray(from, from + length) });
  }
  return totals;
}

/**
 * Points of accounts that have been placed already.
 * @param codes for each axis of the card the row of each account, below {@link axisSize}.
 * @param into is set to the points, one for each account.
 */
export function addPoints(
  { base, points, pairs }: CompiledCard,
  { codes, into }: { codes: readonly (Uint8Array | Uint16Array)[]; into: Int32Array },
): void {
  into.fill(base);
  for (let axis = 0; axis < points.length; axis++) addTerm(points[axis], { codes: codes[axis], into });
  for (const { axes, width, points: table } of pairs) {
    const [first, second] = axes;
    const offsets = Int32Array.from(first.rowOf, (row) => row * width);
    const [a, b] = [codes[first.axis], codes[second.axis]];
    for (let row = 0; row < into.length; row++) into[row] += table[offsets[a[row]] + second.rowOf[b[row]]];
  }
}

function addTerm(points: Int32Array, { codes, into }: { codes: Uint8Array | Uint16Array; into: Int32Array }): void {
  for (let row = 0; row < into.length; row++) into[row] += points[codes[row]];
}
