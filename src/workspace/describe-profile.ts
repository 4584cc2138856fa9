import type { Criterion } from '../model/criterion.js';
import { pairName } from '../model/pair-name.js';
import type { Best } from '../model/profile.js';
import type { Verdict } from '../model/proof.js';
import type { PairTerm, Scorecard } from '../model/scorecard.js';
import type { Segment } from '../model/segment.js';
import { formatTrait } from '../model/trait-text.js';

const told = 3;

/** The overall description that Assay writes when no person has: what the best accounts look like, in one or two sentences. */
export function describeProfile({
  verdict,
  best,
  criteria,
  segments = [],
  scorecard = null,
  longerTells = false,
}: {
  verdict: Verdict;
  best: Best;
  criteria: readonly Criterion[];
  /** Say it where no trait does by itself. */
  segments?: readonly Segment[];
  /** Its pairs are named where no segment says it either. */
  scorecard?: Scorecard | null;
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
      const together = togetherIn(segments);
      const isByTraits = criteria.length > 0;
      const good = isByTraits ? traits(true) : together(true);
      const bad = isByTraits ? traits(false) : together(false);
      const sentences = [
        good.length > 0
          ? `${isTime ? 'Accounts last longest' : `${best.description} most often`} where ${good.join('; ')}.`
          : '',
        bad.length > 0 ? `${isTime ? 'They leave soonest' : 'Least often'} where ${bad.join('; ')}.` : '',
      ];
      if (good.length + bad.length === 0 && scorecard !== null) return carriedByPairs(scorecard);
      return sentences.filter((sentence) => sentence !== '').join(' ');
    }
  }
}

/** What is validated of traits together, where each alone says nothing. */
function togetherIn(segments: readonly Segment[]): (wanted: boolean) => string[] {
  return (wanted) =>
    segments
      .filter(({ status, lift }) => status === 'validated' && lift.estimate > 1 === wanted)
      .slice(0, told)
      .map(({ traits }) => traits.map(formatTrait).join(' and '));
}

function carriedByPairs({ pairs }: Scorecard): string {
  const spread = (pair: PairTerm) => Math.max(...pair.points.flat()) - Math.min(...pair.points.flat());
  const most = Math.max(0, ...pairs.map(spread));
  if (most === 0) return '';
  const strongest = pairs
    .filter((pair) => spread(pair) * 2 >= most)
    .sort((a, b) => spread(b) - spread(a))
    .slice(0, told);
  return `No attribute tells the best by itself; two together do: ${strongest.map(pairName).join('; ')}.`;
}
