import type { Attribute } from '../model/attribute.js';
import type { Criterion, Role } from '../model/criterion.js';
import type { Scorecard } from '../model/scorecard.js';
import { compileTerms, type Weighted } from './compile-terms.js';

/** What a role claims before any data: log-odds of the outcome with the trait against without it. */
export const priorEffects: Record<Role, number> = { must: 1.5, strong: 1, nice: 0.5, disqualifier: -1.5 };

/** Observations that a hypothesis is worth when it does not say. */
export const defaultStrength = 10;

/** The points that make one unit of log-odds. */
export const pointsPerLogit = 20;

/**
 * A scorecard from beliefs, as they stand before or after data: 20 points per unit of log-odds, so that a must gives
 * 30, a strong criterion 20, a nice one 10 and a disqualifier −30 until outcomes say otherwise. An account of which
 * the attribute is not known gets half of what it might gain, and none of what it might lose.
 * Ideal: at least 80 % of what can be gained, with every must known to be met and no disqualifier; bad: under half.
 * The calibration only keeps the order: no probability is claimed.
 */
export function compileBeliefs(criteria: readonly Criterion[], attributes: readonly Attribute[]): Scorecard {
  const weighted = criteria.map((criterion): Weighted => {
    const points = Math.round(pointsPerLogit * effectOf(criterion));
    return { trait: criterion.trait, points };
  });
  const { terms, typical } = compileTerms(weighted, attributes);
  return {
    base: 0,
    pointsPerLogit,
    terms,
    pairs: [],
    calibration: { intercept: 0, slope: 0.01 },
    tierCuts: cutTiers(weighted.map(({ points }, i) => ({ points, role: criteria[i].role }))),
    typical,
  };
}

/** Log-odds that a criterion stands for now: the posterior where there is one. */
export function effectOf({ role, belief }: Pick<Criterion, 'role' | 'belief'>): number {
  return belief?.posterior?.estimate ?? priorEffectOf({ role, ...(belief === undefined ? {} : { belief }) });
}

/** Log-odds that a criterion claims before any data: its own, or that of its role. */
export function priorEffectOf({ role, belief }: Pick<Criterion, 'role' | 'belief'>): number {
  return belief?.effect ?? priorEffects[role];
}

function cutTiers(lines: readonly { readonly points: number; readonly role: Role }[]): Scorecard['tierCuts'] {
  const gains = lines.map(({ points }) => points).filter((points) => points > 0);
  const most = gains.reduce((sum, points) => sum + points, 0);
  if (most === 0) return null;
  // What may be lacking: a fifth; never a must, not even one that is unknown (half its points), nor a disqualifier's loss.
  const musts = lines.filter(({ role, points }) => role === 'must' && points > 0).map(({ points }) => points / 2);
  const losses = lines.filter(({ points }) => points < 0).map(({ points }) => -points);
  const slack = Math.min(most / 5, ...[...musts, ...losses].map((points) => Math.ceil(points) - 1));
  const ideal = Math.ceil(most - Math.max(0, slack));
  return { ideal, stretch: Math.min(ideal, Math.ceil(most / 2)) };
}
