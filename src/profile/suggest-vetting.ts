import type { Criterion } from '../model/criterion.js';
import { formatTrait } from '../model/trait-text.js';

const mostChecks = 5;

/**
 * What to find out before time goes into a stretch account (M11): the lines of the profile with the most points, as
 * checks for people. Refuted lines are none.
 * @returns at most five sentences, those with the most points first.
 */
export function suggestVetting(criteria: readonly Criterion[]): string[] {
  return criteria
    .filter(({ status, points }) => status !== 'refuted' && points !== undefined && points !== 0)
    .toSorted((a, b) => Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0))
    .slice(0, mostChecks)
    .map(({ trait, points = 0 }) =>
      points > 0 ? `Confirm that ${formatTrait(trait)} holds.` : `Rule out ${formatTrait(trait)}.`,
    );
}
