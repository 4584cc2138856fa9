import type { Criterion } from '../model/criterion.js';
import type { Profile } from '../model/profile.js';
import type { Trait } from '../model/trait.js';
import { formatTrait } from '../model/trait-text.js';
import { defaultStrength, pointsPerLogit, priorEffectOf } from './compile-beliefs.js';

/** The belief that is worth testing next. */
export interface SuggestedTest {
  readonly trait: Trait;
  /** More conversations, with accounts as they come, that would validate the belief with 80 % probability, were it true. */
  readonly conversations: number;
  /** By how many points the 95 % interval of its effect would narrow, on either side, after twenty conversations. */
  readonly expectedGain: number;
  readonly sentence: string;
}

/** What is not known is taken as: half of the accounts have the trait, three in ten have the outcome. */
const unknownShare = 0.5;
const unknownRate = 0.3;
/** The gain is reckoned for as many conversations as a founder has in a week or two. */
const nextConversations = 20;
const z95 = 1.959963984540054;
const z90 = 1.6448536269514722;
/** Four of five runs. */
const zPower = 0.8416212335729143;

/**
 * Which unsettled belief to test next: the one where twenty more conversations are expected to take the most
 * uncertainty off the effect, weighted by the points that hang on it.
 * @returns null when nothing is unsettled.
 */
export function suggestTest(profile: Profile): SuggestedTest | null {
  const baseRate = profile.learned.accounts === 0 ? unknownRate : clampRate(profile.learned.baseRate);
  const open = profile.criteria.filter(
    ({ belief, status }) => belief !== undefined && (status === 'hypothesis' || status === 'observed'),
  );
  const plans = open.map((criterion) => planTest(criterion, baseRate));
  // Ties go to the line that stands first.
  const best = plans.reduce<Plan | null>(
    (top, plan) => (top === null || plan.weighted > top.weighted ? plan : top),
    null,
  );
  if (best === null) return null;
  const { trait, conversations, expectedGain } = best;
  const sentence =
    `Test ${formatTrait(trait)} next: its effect is known to ±${best.uncertainty.toFixed(0)} points; ` +
    `${nextConversations} conversations would narrow that by ${expectedGain.toFixed(expectedGain < 3 ? 1 : 0)}, and if the belief is true, ` +
    `about ${conversations} more would settle it with 80 % probability.`;
  return { trait, conversations, expectedGain, sentence };
}

interface Plan extends Omit<SuggestedTest, 'sentence'> {
  readonly uncertainty: number;
  readonly weighted: number;
}

function planTest({ trait, role, belief, evidence }: Criterion, baseRate: number): Plan {
  const effect = priorEffectOf({ role, ...(belief === undefined ? {} : { belief }) });
  const share = Math.min(0.95, Math.max(0.05, evidence?.share ?? unknownShare));
  const prior = (belief?.strength ?? defaultStrength) / 16;
  const posterior = belief?.posterior;
  const precision = posterior ? (2 * z95) ** 2 / (posterior.upper - posterior.lower) ** 2 : prior;
  const perConversation = varianceOfOne({ share, baseRate, effect });
  const after = precision + nextConversations / perConversation;
  const half = (p: number) => (z95 * pointsPerLogit) / Math.sqrt(p);
  const mean = posterior?.estimate ?? effect;
  return {
    trait,
    conversations: conversationsNeeded({ perConversation, effect, prior, precision, mean }),
    expectedGain: half(precision) - half(after),
    uncertainty: half(precision),
    weighted: (1 / precision - 1 / after) * Math.abs(mean),
  };
}

/** The fewest more that, were the belief true, meet both conditions of `updateBelief` for "validated" in four of five runs. */
function conversationsNeeded(from: {
  readonly perConversation: number;
  readonly effect: number;
  /** Precision of the prior; precision and mean of the posterior. */
  readonly prior: number;
  readonly precision: number;
  readonly mean: number;
}): number {
  const effect = Math.abs(from.effect);
  const dataSoFar = Math.max(0, from.precision - from.prior);
  // Sums of estimate times precision, on the believed side.
  const pullSoFar = Math.sign(from.effect) * from.mean * from.precision - effect * from.prior;
  const isEnough = (count: number) => {
    const more = count / from.perConversation;
    const data = dataSoFar + more;
    const pull = pullSoFar + more * effect - zPower * Math.sqrt(more);
    return pull >= Math.max(z90 * Math.sqrt(data), z95 * Math.sqrt(from.prior + data) - effect * from.prior);
  };
  let enough = 1;
  while (!isEnough(enough) && enough < 1e9) enough *= 2;
  let tooFew = Math.floor(enough / 2);
  while (enough - tooFew > 1) {
    const middle = Math.floor((enough + tooFew) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/** Variance of the log odds ratio, times the number of conversations, if the effect is as believed. */
function varianceOfOne({ share, baseRate, effect }: { share: number; baseRate: number; effect: number }): number {
  const rateAt = (logit: number) => 1 / (1 + Math.exp(-logit));
  // The rates with and without the trait that mix to the base rate, by halving.
  let [low, high] = [-20, 20];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (share * rateAt(middle + effect) + (1 - share) * rateAt(middle) < baseRate) low = middle;
    else high = middle;
  }
  const [withTrait, without] = [rateAt(low + effect), rateAt(low)];
  return 1 / (share * withTrait * (1 - withTrait)) + 1 / ((1 - share) * without * (1 - without));
}

function clampRate(rate: number): number {
  return Math.min(0.98, Math.max(0.02, rate));
}
