import type { Column } from '../model/table.js';
import type { Trait } from '../model/trait.js';
import { countCodes } from './count-codes.js';
import type { AttributeGrid, CodedTable } from './grid.js';
import { matchTrait } from './match-trait.js';
import type { ShapePrior } from './term-block.js';

/** A trait with what it is believed to do before any data. */
export interface HeldBelief {
  readonly trait: Trait;
  /** Log-odds of the outcome with the trait against without it. */
  readonly effect: number;
  /** Observations that the belief is worth. */
  readonly strength: number;
}

/**
 * Beliefs as what is held of each attribute's shape before data. Each cell's mean is the sum of the effects of the beliefs
 * that its accounts meet. All beliefs together are a picture of the account, worth the sum of their strengths in accounts
 * like those at hand, with outcomes as the picture says: each carries a quarter unit of information to its cell of every
 * attribute, also of those that nobody spoke of, whose mean is no effect. Beliefs about columns that are not there say
 * nothing.
 * @returns one for each grid, or null where nothing is believed of any.
 */
export function beliefPriors(
  beliefs: readonly HeldBelief[],
  { coded, columns }: { readonly coded: CodedTable; readonly columns: readonly Column[] },
): ShapePrior[] | null {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const known = beliefs.filter(({ trait }) => byName.has(trait.attribute));
  if (known.length === 0) return null;
  const strength = known.reduce((sum, belief) => sum + belief.strength, 0);
  return coded.grids.map((grid, g) => {
    const size = grid.binCount + 2;
    const column = byName.get(grid.attribute);
    const own = known.filter(({ trait }) => speaksOf(trait, grid));
    const mean = new Float64Array(size);
    const accounts = new Float64Array(size);
    for (const code of coded.codes[g]) accounts[code]++;
    for (const { trait, effect } of column === undefined ? [] : own) {
      const has = matchTrait(column as Column, trait.condition).map((match) => (match === 1 ? 1 : 0));
      const { positives: having } = countCodes(coded.codes[g], { labels: has, size });
      const share = sumOf(having) / Math.max(1, coded.rowCount);
      for (let cell = 0; cell < size; cell++) {
        if (accounts[cell] > 0) mean[cell] += effect * (having[cell] / accounts[cell] - share);
      }
    }
    const each = (strength * informationOfOne) / Math.max(1, coded.rowCount);
    return { mean, precision: accounts.map((count) => count * each) };
  });
}

/** Of the outcome of one account at even chances. */
const informationOfOne = 0.25;

function speaksOf({ attribute, condition }: Trait, grid: AttributeGrid): boolean {
  if (attribute !== grid.attribute) return false;
  if (grid.kind !== 'member') return true;
  return (condition.kind === 'includes' || condition.kind === 'excludes') && condition.member === grid.member;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
