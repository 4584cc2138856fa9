import type { Best, Profile } from '../model/profile.js';
import { suggestTest } from '../profile/suggest-test.js';
import type { AccountsSource } from './accounts-input.js';
import { learnProfile } from './learn-profile.js';
import type { LearnedProfile, LearnOptions } from './learned-profile.js';
import { type WeighedBeliefs, type WeighOptions, weighBeliefs } from './weigh-beliefs.js';

/** Outcomes from which on a file is learnt from as a whole although nobody named its outcome. */
const enough = 200;

/**
 * Hypotheses and outcomes together. With an outcome named, or with 200 of the document's own, everything that the file says
 * is learnt, the hypotheses being what is held before the data; where that proves itself, the profile is one like any other
 * and says what the hypotheses contributed. Otherwise each hypothesis is weighed by itself, and nothing is claimed.
 * @throws AssayError as {@link weighBeliefs} and {@link learnProfile} do.
 */
export async function learnWithBeliefs(
  source: AccountsSource,
  { profile, ...options }: LearnOptions & { readonly profile: Profile },
): Promise<LearnedProfile | WeighedBeliefs> {
  const weigh = (best: Best) => weighBeliefs(source, weighOptions(options, { ...profile, best }));
  if (options.outcome === undefined) {
    const weighed = await weigh(profile.best);
    const outcome = outcomeOf(profile.best);
    if (outcome === null || weighed.profile.learned.accounts < enough) return weighed;
    const learned = await learnProfile(source, { ...options, outcome, beliefs: profile });
    return holds(learned) ? withNext(learned) : weighed;
  }
  const learned = await learnProfile(source, { ...options, beliefs: profile });
  return holds(learned) ? withNext(learned) : weigh(learned.profile.best);
}

function holds({ profile: { verdict } }: LearnedProfile): boolean {
  return verdict === 'publishable' || verdict === 'ranked';
}

function withNext(learned: LearnedProfile): WeighedBeliefs {
  return { ...learned, next: suggestTest(learned.profile) };
}

/** As a person would name it; null where one value or bound does not say it. */
function outcomeOf({ outcome, is, not, atLeast, from }: Best): string | null {
  if (from !== undefined || not !== undefined) return null;
  if (is?.length === 1) return `${outcome}=${is[0]}`;
  return is === undefined && atLeast !== undefined ? `${outcome}>=${atLeast}` : null;
}

function weighOptions({ id, time, since, until, reader, onProgress }: LearnOptions, profile: Profile): WeighOptions {
  return {
    profile,
    ...(id === undefined ? {} : { id }),
    ...(time === undefined ? {} : { time }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(reader === undefined ? {} : { reader }),
    ...(onProgress === undefined ? {} : { onProgress }),
  };
}
