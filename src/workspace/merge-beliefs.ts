import type { Criterion } from '../model/criterion.js';
import type { Profile } from '../model/profile.js';
import type { Scorecard } from '../model/scorecard.js';
import { traitKey } from '../profile/trait-key.js';
import { updateBeliefs } from '../profile/update-beliefs.js';
import type { LearningData } from './learn-part.js';
import { pointCriterion } from './point-criterion.js';

/**
 * The hypotheses, each with what the outcomes say of it by itself and the points that the learnt card gives for it, and
 * then what was found besides. A line that is both stands once, as the hypothesis that it was.
 */
export function mergeBeliefs(
  found: readonly Criterion[],
  { beliefs, data, card }: { beliefs: Profile; data: LearningData; card: Scorecard },
): Criterion[] {
  const weighed = updateBeliefs(beliefs, data)
    .criteria.filter(({ belief }) => belief !== undefined)
    .map((criterion) => pointCriterion(criterion, { card, ...data }));
  const said = new Set(weighed.map(({ trait }) => traitKey(trait)));
  return [...weighed, ...found.filter(({ trait }) => !said.has(traitKey(trait)))];
}
