import type { HeldBelief } from '../learn/belief-priors.js';
import type { Profile } from '../model/profile.js';
import { priorEffectOf } from '../profile/compile-beliefs.js';

/** The hypotheses of a document as they were first held, before any outcome. */
export function heldBeliefs({ criteria }: Pick<Profile, 'criteria'>): HeldBelief[] {
  return criteria.flatMap(({ trait, role, belief }) =>
    belief === undefined ? [] : [{ trait, effect: priorEffectOf({ role, belief }), strength: belief.strength }],
  );
}
