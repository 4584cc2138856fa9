import type { Recipe } from '../../model/recipe.js';
import type { CategoryColumn, NumberColumn, SetColumn } from '../../model/table.js';
import { isNumeric, type Members, membersOf, numbersOf } from './merge-rows.js';
import { type RecipeSource, type Selection, selectRows } from './select-rows.js';
import { sumInOrder } from './sum-in-order.js';
import { trendPartDays, trendSlope } from './trend-slope.js';

const msPerDay = 86_400_000;

/** One value for each account; what it measures is a function of the set of rows, never of their order. */
export function deriveColumn(recipe: Recipe, source: RecipeSource): NumberColumn | CategoryColumn | SetColumn {
  if (recipe.measure === 'members') return deriveMembers(recipe, source);
  if (recipe.measure === 'latest' && !isNumeric(source.rows, recipe.of ?? '')) return deriveLatest(recipe, source);
  const values = new Float64Array(source.decisions.length).fill(Number.NaN);
  const measure = measureOf(recipe, source);
  selectRows(recipe, source, (selection) => {
    values[selection.account] = measure(selection);
  });
  const isSplit = recipe.measure === 'mean' || recipe.measure === 'trend';
  const whole = !isSplit && values.every((value) => Number.isNaN(value) || Number.isInteger(value));
  return { type: 'number', name: recipe.name, values, whole };
}

function measureOf(recipe: Recipe, { rows }: RecipeSource): (selection: Selection) => number {
  const numbers = () => numbersOf(rows, { name: recipe.of ?? '', type: 'number' });
  switch (recipe.measure) {
    case 'count':
      return (selection) => selection.rows.length;
    case 'sum':
      return sumOf(numbers(), { isMean: false });
    case 'mean':
      return sumOf(numbers(), { isMean: true });
    case 'distinct':
      return distinctOf(membersOf(rows, recipe.of ?? ''));
    case 'daysSince':
      return ({ moments, decision }) => Math.floor((decision - moments[moments.length - 1]) / msPerDay);
    case 'trend':
      return trendOf(recipe, recipe.of === undefined ? null : numbers());
    default:
      return latestOf(numbers());
  }
}

/** Without rows a sum is 0 and a mean is missing; with rows of which none has a value both are missing. */
function sumOf(values: Float64Array, { isMean }: { isMean: boolean }): (selection: Selection) => number {
  const present = new Float64Array(values.length);
  return ({ rows }) => {
    let used = 0;
    for (let i = 0; i < rows.length; i++) if (!Number.isNaN(values[rows[i]])) present[used++] = values[rows[i]];
    if (used === 0) return rows.length === 0 && !isMean ? 0 : Number.NaN;
    const sum = sumInOrder(present.subarray(0, used));
    return isMean ? sum / used : sum;
  };
}

function distinctOf({ offsets, codes, labels }: Members): (selection: Selection) => number {
  const seenFor = new Int32Array(labels.length).fill(-1);
  return ({ account, rows }) => {
    let count = 0;
    for (let i = 0; i < rows.length; i++) {
      for (let k = offsets[rows[i]]; k < offsets[rows[i] + 1]; k++) {
        if (seenFor[codes[k]] !== account) count++;
        seenFor[codes[k]] = account;
      }
    }
    return count;
  };
}

/** Of several values of the last moment the largest: their order in the file must not decide. */
function latestOf(values: Float64Array): (selection: Selection) => number {
  return ({ rows, moments }) => {
    let latest = Number.NaN;
    let moment = Number.NaN;
    for (let i = rows.length - 1; i >= 0; i--) {
      if (!Number.isNaN(latest) && moments[i] < moment) return latest;
      if (Number.isNaN(values[rows[i]])) continue;
      latest = Number.isNaN(latest) ? values[rows[i]] : Math.max(latest, values[rows[i]]);
      moment = moments[i];
    }
    return latest;
  };
}

function trendOf({ windowDays = 180 }: Recipe, values: Float64Array | null): (selection: Selection) => number {
  const parts = Math.floor(windowDays / trendPartDays);
  return ({ rows, moments, decision, first }) => {
    const amounts = values === null ? null : Float64Array.from(rows, (row) => values[row]);
    return trendSlope({ moments, amounts, decision, first, parts });
  };
}

/** The last known value; of several of one moment the first by its code units. */
function deriveLatest(recipe: Recipe, source: RecipeSource): CategoryColumn {
  const { offsets, codes, labels } = membersOf(source.rows, recipe.of ?? '');
  const found = new Int32Array(source.decisions.length).fill(-1);
  selectRows(recipe, source, ({ account, rows, moments }) => {
    let moment = Number.NaN;
    for (let i = rows.length - 1; i >= 0 && !(moments[i] < moment); i--) {
      for (let k = offsets[rows[i]]; k < offsets[rows[i] + 1]; k++) {
        found[account] = found[account] < 0 ? codes[k] : Math.min(found[account], codes[k]);
        moment = moments[i];
      }
    }
  });
  return { type: 'category', name: recipe.name, ...keepUsed(found, labels) };
}

/** All values that any of the rows has. Without rows it is the empty set; for accounts that are not covered, missing. */
function deriveMembers(recipe: Recipe, source: RecipeSource): SetColumn {
  const { offsets, codes, labels } = membersOf(source.rows, recipe.of ?? '');
  const accountCount = source.decisions.length;
  const seenFor = new Int32Array(labels.length).fill(-1);
  const missing = new Uint8Array(accountCount).fill(1);
  const ends = new Int32Array(accountCount + 1);
  const found: number[] = [];
  selectRows(recipe, source, ({ account, rows }) => {
    missing[account] = 0;
    const start = found.length;
    for (const row of rows) {
      for (let k = offsets[row]; k < offsets[row + 1]; k++) {
        if (seenFor[codes[k]] !== account) found.push(codes[k]);
        seenFor[codes[k]] = account;
      }
    }
    const own = found.slice(start).sort((a, b) => a - b);
    for (const [i, code] of own.entries()) found[start + i] = code;
    ends[account + 1] = own.length;
  });
  for (let account = 0; account < accountCount; account++) ends[account + 1] += ends[account];
  return {
    type: 'set',
    name: recipe.name,
    offsets: ends,
    missing,
    ...keepUsed(Int32Array.from(found), labels),
  };
}

/** Labels that only rows after a decision had must not even be named. */
function keepUsed(codes: Int32Array, labels: readonly string[]): { codes: Int32Array; labels: string[] } {
  const isUsed = new Uint8Array(labels.length);
  for (const code of codes) if (code >= 0) isUsed[code] = 1;
  const kept = labels.flatMap((_, code) => (isUsed[code] === 1 ? [code] : []));
  const codeOf = new Int32Array(labels.length);
  for (const [i, code] of kept.entries()) codeOf[code] = i;
  return { codes: codes.map((code) => (code < 0 ? -1 : codeOf[code])), labels: kept.map((code) => labels[code]) };
}
