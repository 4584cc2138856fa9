import type { Criterion } from '../model/criterion.js';
import type { Profile } from '../model/profile.js';
import type { Trait } from '../model/trait.js';
import { formatTrait } from '../model/trait-text.js';

/** A line that a profile publishes on evidence: a criterion, or a segment with all its traits. */
export interface SaidLine {
  readonly where: 'criterion' | 'segment';
  readonly text: string;
  readonly traits: readonly Trait[];
  readonly sign: 1 | -1;
}

/** Hypotheses are not findings, nor is a belief that the data have not decided; what is refuted is not said. */
export function saidLines({ criteria, segments }: Profile): SaidLine[] {
  const said = criteria.filter(
    ({ status, belief }) => status === 'validated' || (status === 'observed' && belief === undefined),
  );
  return [
    ...said.map(
      (criterion): SaidLine => ({
        where: 'criterion',
        text: formatTrait(criterion.trait),
        traits: [criterion.trait],
        sign: signOf(criterion),
      }),
    ),
    ...segments
      .filter(({ status }) => status === 'observed' || status === 'validated')
      .map(
        (segment): SaidLine => ({
          where: 'segment',
          text: segment.traits.map(formatTrait).join(' and '),
          traits: segment.traits,
          sign: segment.lift.estimate < 1 ? -1 : 1,
        }),
      ),
  ];
}

function signOf({ role, points, evidence }: Criterion): 1 | -1 {
  if (role === 'disqualifier') return -1;
  return (points ?? evidence?.crude ?? 1) < 0 ? -1 : 1;
}
