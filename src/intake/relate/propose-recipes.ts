import { type Recipe, recipeSources } from '../../model/recipe.js';
import type { MappedTable } from './mapped-table.js';
import { draftRecipes } from './recipe-drafts.js';
import { recipeName } from './recipe-name.js';

/**
 * The attributes that are worth deriving from what is there. Nothing is proposed of rows that do not say when: they may
 * be younger than the decision. Nor of cells that are written over later (the stage of a deal, the status of a
 * subscription): they say what became of it.
 * @param tables all imported tables; names of columns of accounts are not given again.
 */
export function proposeRecipes(tables: readonly MappedTable[]): Recipe[] {
  const taken = new Set(tables.flatMap(({ entity, columns }) => (entity === 'account' ? columns : [])).map(nameOf));
  return recipeSources.flatMap((from) => {
    const columns = tables.filter(({ entity }) => entity === from).flatMap((table) => table.columns);
    return draftRecipes(from, columns).map(({ called, ...draft }): Recipe => {
      const name = freeName(called ?? recipeName({ from, ...draft }), taken);
      taken.add(name);
      return { name, from, ...draft };
    });
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let [free, count] = [name, 1];
  while (taken.has(free)) free = `${name}_${++count}`;
  return free;
}

function nameOf({ name }: { name: string }): string {
  return name;
}
