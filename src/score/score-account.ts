import type { Scorecard, Tier } from '../model/scorecard.js';
import { compileCard, pairPoints } from './compile-card.js';
import { fitOf, pointsRange, probabilityOf, tierOf } from './fit.js';
import { type AccountValue, valuePlacer } from './place-value.js';
import { reasonsOf } from './top-reasons.js';

/** The score of one account. */
export interface OneScore {
  readonly points: number;
  /** 0–100. */
  readonly fit: number;
  /** 0–1. */
  readonly probability: number;
  readonly tier: Tier | null;
  readonly reasons: readonly string[];
}

/**
 * Makes a scorer of one account at a time; all that can be is prepared here.
 * @returns a function from the account's values to its score. An attribute without a value is missing.
 */
export function createAccountScorer(card: Scorecard): (valueAt: (attribute: string) => AccountValue) => OneScore {
  const compiled = compileCard(card);
  const placers = compiled.axes.map(valuePlacer);
  const range = pointsRange(card);
  const reasons = reasonsOf(card);
  return (valueAt) => {
    const places = compiled.axes.map(({ attribute }, axis) => placers[axis](valueAt(attribute)));
    let points = compiled.base;
    for (const [axis, place] of places.entries()) points += compiled.points[axis][place];
    for (const pair of compiled.pairs) points += pairPoints(pair, places);
    return {
      points,
      fit: fitOf(points, range),
      probability: probabilityOf(card, points),
      tier: tierOf(card, points),
      reasons: reasons(places),
    };
  };
}
