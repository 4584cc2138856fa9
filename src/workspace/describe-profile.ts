import type { Criterion } from '../model/criterion.js';
import type { Best } from '../model/profile.js';
import type { Verdict } from '../model/proof.js';
import { formatTrait } from '../model/trait-text.js';

const told = 3;

/** The overall description that Assay writes when no person has: what the best accounts look like, in one or two sentences. */
export function describeProfile({
  verdict,
  best,
  criteria,
  longerTells = false,
}: {
  verdict: Verdict;
  best: Best;
  criteria: readonly Criterion[];
  /** Whether a longer card than was wished for does what this one cannot. */
  longerTells?: boolean;
}): string {
  const isTime = best.time !== undefined;
  const traits = (wanted: boolean) =>
    criteria
      .filter(({ role }) => (role === 'disqualifier') !== wanted)
      .slice(0, told)
      .map(({ trait }) => formatTrait(trait));
  switch (verdict) {
    case 'refused':
      if (longerTells)
        return `A card this short does not tell accounts where ${best.description} from the others; a longer one does (--card full).`;
      return isTime
        ? 'Nothing in these data tells accounts that last from those that leave soon.'
        : `Nothing in these data tells accounts where ${best.description} from the others.`;
    case 'description':
      return `The accounts on file share: ${traits(true).join('; ')}. Whether other accounts do so less often is not known.`;
    case 'publishable':
    case 'ranked': {
      const good = traits(true);
      const bad = traits(false);
      const sentences = [
        good.length > 0
          ? `${isTime ? 'Accounts last longest' : `${best.description} most often`} where ${good.join('; ')}.`
          : '',
        bad.length > 0 ? `${isTime ? 'They leave soonest' : 'Least often'} where ${bad.join('; ')}.` : '',
      ];
      return sentences.filter((sentence) => sentence !== '').join(' ');
    }
  }
}
