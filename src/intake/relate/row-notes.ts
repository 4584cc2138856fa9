import type { Recipe } from '../../model/recipe.js';
import { pluralOf } from './entity-words.js';
import type { RecipeSource } from './select-rows.js';

/** Which rows of an entity count for nothing, and which accounts it does not cover: sentences for people. */
export function rowNotes({ rows, index, decisions }: RecipeSource, { from, at }: Recipe): string[] {
  const things = pluralOf(from);
  if (rows.tables.length === 0) return [`No ${things} were given: what is derived from them is missing.`];
  const of = `of ${rows.rowCount} ${things}`;
  const notes: string[] = [];
  if (index.unknownAccount > 0) notes.push(`${index.unknownAccount} ${of} belong to no known account.`);
  // What has no end has not ended: nothing is wrong with it.
  const isEnding = at === 'closedAt' || at === 'endedAt';
  if (index.unknownMoment > 0 && !isEnding)
    notes.push(`${index.unknownMoment} ${of} have no \`${at}\` and count for nothing.`);
  if (index.tooLate > 0) {
    notes.push(
      `${index.tooLate} ${of} stand at or after the decision of their account (\`${at}\`) and count for nothing.`,
    );
  }
  const uncovered = decisions.filter((decision) => !(index.since < decision)).length;
  if (uncovered > 0) {
    notes.push(
      `${uncovered} of ${decisions.length} accounts, decided before the first of the ${things}: not known there, which is not zero.`,
    );
  }
  return notes;
}
