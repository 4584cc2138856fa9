import type { Attribute, AttributeKind } from '../../model/attribute.js';
import type { Recipe } from '../../model/recipe.js';
import type { Column } from '../../model/table.js';
import { guessKind } from '../typing/guess-kind.js';
import { deriveColumn } from './derive-column.js';
import { indexRows } from './index-rows.js';
import type { MappedTable, RelatedTable } from './mapped-table.js';
import { hasColumn, mergeRows, numbersOf } from './merge-rows.js';
import { rowNotes } from './row-notes.js';
import type { RecipeSource } from './select-rows.js';

export interface DerivedAttributes {
  /** One for each recipe, in their order, with a value for each account. */
  readonly columns: readonly Column[];
  /** What the columns are, in the same order. */
  readonly attributes: readonly Attribute[];
  /** Which rows count for nothing, and which recipes found nothing to read, as sentences. */
  readonly notes: readonly string[];
}

/**
 * Attributes of accounts from related tables, as of each account's decision: no row at or after it takes part in
 * anything, nor does the order of rows. Several tables of one entity are read as one.
 * @param decisionTime of each account in ms; NaN: never decided, so `asOf`; later than `asOf` counts as `asOf`;
 * -Infinity: decided at a moment that nobody knows, so all is missing.
 */
export function deriveAttributes({
  accounts,
  decisionTime,
  tables,
  recipes,
  asOf,
}: {
  accounts: Pick<MappedTable, 'rowCount'>;
  decisionTime: Float64Array;
  tables: readonly RelatedTable[];
  recipes: readonly Recipe[];
  asOf: number;
}): DerivedAttributes {
  const decisions = Float64Array.from({ length: accounts.rowCount }, (_, account) =>
    Number.isNaN(decisionTime[account]) ? asOf : Math.min(decisionTime[account], asOf),
  );
  const notes: string[] = [];
  const sources = new Map<string, RecipeSource>();
  const sourceOf = (recipe: Recipe): RecipeSource => {
    const key = `${recipe.from} ${recipe.at}`;
    const source = sources.get(key) ?? openSource(recipe, { tables, decisions });
    if (!sources.has(key)) notes.push(...rowNotes(source, recipe));
    sources.set(key, source);
    const absent = absentColumns(recipe, source);
    notes.push(...absent.map((name) => `${recipe.name} is missing everywhere: no ${recipe.from} has a \`${name}\`.`));
    return absent.length === 0 ? source : openSource(recipe, { tables: [], decisions });
  };
  const columns = recipes.map((recipe) => deriveColumn(recipe, sourceOf(recipe)));
  return { columns, attributes: recipes.map((recipe, i) => attributeOf(recipe, columns[i])), notes };
}

function openSource(
  { from, at }: Recipe,
  { tables, decisions }: { tables: readonly RelatedTable[]; decisions: Float64Array },
): RecipeSource {
  const rows = mergeRows(tables, from);
  const moments = numbersOf(rows, { name: at, type: 'date' });
  return { rows, index: indexRows({ accountOf: rows.accountOf, at: moments, decisions }), decisions };
}

/** A condition that cannot be judged is no condition that no row meets. */
function absentColumns({ of, until, where }: Recipe, { rows }: RecipeSource): string[] {
  const named = [of, until, where?.column].flatMap((name) => name ?? []);
  return rows.tables.length === 0 ? [] : named.filter((name) => !hasColumn(rows, name));
}

function attributeOf(recipe: Recipe, column: ReturnType<typeof deriveColumn>): Attribute {
  const type = column.type === 'number' ? (column.whole ? 'whole' : 'number') : column.type;
  const { name, ...how } = recipe;
  return { name, kind: kindOf(recipe), type, recipe: how };
}

/** What rows say is behaviour; who the people of an account are, and what it uses, is not. */
function kindOf({ from, measure, of }: Recipe): AttributeKind {
  const isValue = measure === 'members' || measure === 'latest';
  const guessed = of !== undefined && isValue ? guessKind(of) : null;
  return guessed ?? (from === 'contact' ? 'firmographic' : 'behavioural');
}
