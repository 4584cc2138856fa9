import type { Recipe } from './recipe.js';

/** A recipe in words: `count of ticket rows by openedAt, priority high, 90 days before the decision`. */
export function formatRecipe({ from, measure, of, at, until, where, windowDays }: Omit<Recipe, 'name'>): string {
  const what = of === undefined ? `${measure} of ${from} rows` : `${measure} of ${of} of ${from} rows`;
  return [
    `${what} by ${at}`,
    ...(where === undefined ? [] : [`${where.column} ${where.values.join(' or ')}`]),
    ...(until === undefined ? [] : [`running until ${until}`]),
    ...(windowDays === undefined ? [] : [`${windowDays} days before the decision`]),
  ].join(', ');
}
