import { AssayError } from '../errors.js';
import type { Profile } from '../model/profile.js';
import type { Scorecard } from '../model/scorecard.js';
import { compileBeliefs } from '../profile/compile-beliefs.js';

/** A card to score with, and what its numbers may be said to mean. */
export interface ScoringCard {
  readonly card: Scorecard;
  /** Probabilities are claimed only by a publishable profile. */
  readonly claimsProbability: boolean;
  /** What accounts are expected to come to, likewise, by a profile of amounts. */
  readonly claimsAmount: boolean;
  /** Shares kept after the horizon, likewise, by a profile of time. */
  readonly claimsKept: boolean;
  /** True when the points rest on beliefs, weighed against outcomes or not. */
  readonly isBelief: boolean;
  /** What the points of beliefs rest on, goes on after `by` or `rest on`; null where a scorecard was learnt. */
  readonly caveat: string | null;
}

/**
 * The card of a profile: what was learnt, or, for a document without a card, what its beliefs compile to.
 * @throws AssayError PROFILE_REFUSED when the profile must not score.
 */
export function scoringCard({ profile, profileFile }: { profile: Profile; profileFile?: string }): ScoringCard {
  const { scorecard } = profile;
  if (scorecard !== null) {
    const isPublishable = profile.verdict === 'publishable';
    return {
      card: scorecard,
      claimsProbability: isPublishable && scorecard.amount === undefined && scorecard.time === undefined,
      claimsAmount: isPublishable && scorecard.amount !== undefined,
      claimsKept: isPublishable && scorecard.time !== undefined,
      isBelief: false,
      caveat: null,
    };
  }
  const beliefs = profile.criteria.filter((criterion) => criterion.belief !== undefined);
  if (beliefs.length > 0) {
    const card = compileBeliefs(beliefs, profile.attributes);
    return {
      card,
      claimsProbability: false,
      claimsAmount: false,
      claimsKept: false,
      isBelief: true,
      caveat: caveatOf(profile.learned),
    };
  }
  throw new AssayError('PROFILE_REFUSED', {
    detail:
      `${profileFile ?? profile.name} does not score: its verdict is ${profile.verdict}. ${profile.reasons.join(' ')}`.trim(),
    hint: 'Learn it again from data that can carry a profile; the reasons above say what is missing.',
    place: profileFile === undefined ? {} : { file: profileFile },
  });
}

function caveatOf({ accounts, positives }: Profile['learned']): string {
  if (accounts === 0) return 'hypotheses; no outcome has been seen yet';
  const seen = accounts === 1 ? '1 account' : `${accounts} accounts`;
  return `beliefs weighed against ${seen}, ${positives} with the outcome; the score was not tried on accounts held out`;
}
