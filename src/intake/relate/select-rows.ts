import type { Recipe } from '../../model/recipe.js';
import { firstSince, type RowIndex } from './index-rows.js';
import { type MergedRows, membersOf, numbersOf } from './merge-rows.js';

const msPerDay = 86_400_000;

/** Where a recipe reads: the rows of its entity, those known in time, and the decision of each account. */
export interface RecipeSource {
  readonly rows: MergedRows;
  readonly index: RowIndex;
  /** ms, no NaN. */
  readonly decisions: Float64Array;
}

/** What a recipe measures of one account. */
export interface Selection {
  readonly account: number;
  readonly decision: number;
  /** The account's first row of all, in the window or not; NaN without any. */
  readonly first: number;
  /** Rows of the recipe, the earliest first, with their moments. Only valid until the next account. */
  readonly rows: Int32Array;
  readonly moments: Float64Array;
}

/**
 * Hands over the rows that a recipe is about, account by account. Accounts that were decided before the first row of
 * all are passed over: the table does not cover them, so no rows means not known, and not none.
 */
export function selectRows(recipe: Recipe, source: RecipeSource, visit: (selection: Selection) => void): void {
  const { index, decisions } = source;
  const isMeant = conditionOf(recipe, source);
  const rows = new Int32Array(index.rows.length);
  const moments = new Float64Array(index.rows.length);
  const length = (recipe.windowDays ?? Number.POSITIVE_INFINITY) * msPerDay;
  for (let account = 0; account < decisions.length; account++) {
    const decision = decisions[account];
    if (!(index.since < decision)) continue;
    const [start, to] = [index.starts[account], index.starts[account + 1]];
    const from = firstSince(index, { from: start, to, moment: decision - length });
    let used = 0;
    for (let i = from; i < to; i++) {
      if (!isMeant(index.rows[i], decision)) continue;
      rows[used] = index.rows[i];
      moments[used++] = index.at[i];
    }
    visit({
      account,
      decision,
      first: start < to ? index.at[start] : Number.NaN,
      rows: rows.subarray(0, used),
      moments: moments.subarray(0, used),
    });
  }
}

function conditionOf({ until, where }: Recipe, { rows }: RecipeSource): (row: number, decision: number) => boolean {
  const ends = until === undefined ? null : numbersOf(rows, { name: until, type: 'date' });
  const named = where === undefined ? null : rowsNamed(rows, where);
  return (row, decision) => (named === null || named[row] === 1) && (ends === null || !(ends[row] < decision));
}

/** 1 for rows that have one of the values. */
function rowsNamed(rows: MergedRows, { column, values }: NonNullable<Recipe['where']>): Uint8Array {
  const { offsets, codes, labels } = membersOf(rows, column);
  const wanted = new Set(values.map(fold));
  const isWanted = Uint8Array.from(labels, (label) => (wanted.has(fold(label)) ? 1 : 0));
  const named = new Uint8Array(rows.rowCount);
  for (let row = 0; row < rows.rowCount; row++) {
    for (let k = offsets[row]; k < offsets[row + 1]; k++) named[row] |= isWanted[codes[k]];
  }
  return named;
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
