import type { Recipe } from '../../model/recipe.js';
import { pluralOf } from './entity-words.js';

/** Fields that mean little without what they are of. */
const bare = new Set([
  'amount',
  'kind',
  'status',
  'stage',
  'score',
  'name',
  'role',
  'title',
  'priority',
  'satisfaction',
]);

/** A name that says what a recipe measures: `tickets_90d`, `seats_latest`, `payment_amount_sum_365d`, `tickets_high`. */
export function recipeName(recipe: Omit<Recipe, 'name'>): string {
  const { from, measure, of = '', where, until, windowDays } = recipe;
  const thing = bare.has(of) ? `${from}_${of}` : of;
  const parts = {
    count: [pluralOf(from)],
    daysSince: ['days_since', from],
    trend: of === '' ? [pluralOf(from), 'trend'] : [thing, 'trend'],
    distinct: ['distinct', bare.has(of) ? `${thing}s` : thing],
    members: [bare.has(of) ? `${thing}s` : thing],
    latest: [thing, 'latest'],
    sum: [thing, 'sum'],
    mean: [thing, 'mean'],
  }[measure];
  const running = until === undefined ? [] : [from === 'subscription' ? 'active' : 'open'];
  const window = windowDays === undefined || measure === 'trend' ? [] : [`${windowDays}d`];
  return [...parts, ...(where?.values.slice(0, 2) ?? []), ...running, ...window].map(plain).join('_');
}

/** Lower case, one underscore for all that is no letter and no digit; camelCase divided. */
function plain(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}
