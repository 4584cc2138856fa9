import type { Column } from '../model/table.js';

/** Which numbers stand for one column: found on the accounts that are learnt from, used for all. */
type Block =
  | {
      readonly kind: 'number';
      readonly values: Float64Array;
      readonly mean: number;
      readonly deviation: number;
      readonly at: number;
      readonly missingAt: number;
    }
  | { readonly kind: 'levels'; readonly codes: Int32Array; readonly at: Int32Array; readonly missingAt: number }
  | { readonly kind: 'members'; readonly offsets: Int32Array; readonly codes: Int32Array; readonly at: Int32Array };

/** Columns as numbers: `size` of them an account, most of them 0. */
export interface LogisticDesign {
  readonly size: number;
  readonly blocks: readonly Block[];
}

/** Values of fewer learnt accounts tell nothing that a plain regression could use. */
const leastAccounts = 5;
/** So many values at most have a number of their own, the most frequent ones: a table of that size can be solved at once. */
const mostValues = 400;

/**
 * Standardised numbers (0 where missing) with an indicator of what is missing; an indicator for each category, for a missing one, and for
 * each member of a set.
 * @param rows accounts by which means, deviations and values are found.
 */
export function designLogistic(columns: readonly Column[], rows: ArrayLike<number>): LogisticDesign {
  const least = leastCount(columns, rows);
  let size = 0;
  const next = () => size++;
  const blocks = columns.map((column): Block => {
    if (column.type === 'number' || column.type === 'date') {
      const { mean, deviation, missing } = momentsOf(column.values, rows);
      return {
        kind: 'number',
        values: column.values,
        mean,
        deviation,
        at: deviation > 0 ? next() : -1,
        missingAt: missing > 0 ? next() : -1,
      };
    }
    const { counts, missing } = countValues(column, rows);
    const at = Int32Array.from(counts, (count) => (count >= least ? next() : -1));
    if (column.type === 'set') return { kind: 'members', offsets: column.offsets, codes: column.codes, at };
    return { kind: 'levels', codes: column.codes, at, missingAt: missing >= least ? next() : -1 };
  });
  return { size, blocks };
}

/** The numbers of one account that are not 0. */
export interface SparseRow {
  readonly at: Int32Array;
  readonly values: Float64Array;
}

/** Calls `use` with the numbers of each account in turn; the row it is given is used again for the next. */
export function eachDesigned(
  { blocks }: LogisticDesign,
  {
    rows,
    use,
  }: { readonly rows: ArrayLike<number>; readonly use: (i: number, row: SparseRow, length: number) => void },
): void {
  const room = { at: new Int32Array(64), values: new Float64Array(64) };
  let length = 0;
  const put = (at: number, value: number) => {
    if (at < 0 || value === 0) return;
    if (length === room.at.length) grow(room);
    room.at[length] = at;
    room.values[length++] = value;
  };
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    length = 0;
    for (const block of blocks) {
      if (block.kind === 'number') {
        const value = block.values[row];
        if (Number.isNaN(value)) put(block.missingAt, 1);
        else put(block.at, (value - block.mean) / block.deviation);
      } else if (block.kind === 'levels') {
        const code = block.codes[row];
        put(code < 0 ? block.missingAt : block.at[code], 1);
      } else {
        for (let entry = block.offsets[row]; entry < block.offsets[row + 1]; entry++)
          put(block.at[block.codes[entry]], 1);
      }
    }
    use(i, room, length);
  }
}

function grow(room: { at: Int32Array; values: Float64Array }): void {
  const [at, values] = [new Int32Array(2 * room.at.length), new Float64Array(2 * room.at.length)];
  at.set(room.at);
  values.set(room.values);
  Object.assign(room, { at, values });
}

type Discrete = Exclude<Column, { type: 'number' | 'date' }>;

/** How many accounts a value must have so that no more than {@link mostValues} of all columns are used. */
function leastCount(columns: readonly Column[], rows: ArrayLike<number>): number {
  const counts = columns
    .filter((column): column is Discrete => column.type !== 'number' && column.type !== 'date')
    .flatMap((column) => Array.from(countValues(column, rows).counts))
    .filter((count) => count >= leastAccounts)
    .sort((a, b) => b - a);
  return counts.length > mostValues ? counts[mostValues - 1] + 1 : leastAccounts;
}

function countValues(column: Discrete, rows: ArrayLike<number>): { counts: Float64Array; missing: number } {
  const counts = new Float64Array(column.labels.length);
  let missing = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (column.type === 'set') {
      for (let entry = column.offsets[row]; entry < column.offsets[row + 1]; entry++) counts[column.codes[entry]]++;
    } else if (column.codes[row] < 0) missing++;
    else counts[column.codes[row]]++;
  }
  return { counts, missing };
}

function momentsOf(values: Float64Array, rows: ArrayLike<number>) {
  let [count, mean, squares] = [0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]];
    if (Number.isNaN(value)) continue;
    const delta = value - mean;
    mean += delta / ++count;
    squares += delta * (value - mean);
  }
  return { mean, deviation: count > 0 ? Math.sqrt(squares / count) : 0, missing: rows.length - count };
}
