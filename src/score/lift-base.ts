import type { Scorecard } from '../model/scorecard.js';
import { pointsRange } from './fit.js';

/**
 * The same card counted from nought: the least that an account can have becomes 0 points. Differences, tiers' meaning
 * and probabilities stay; only the base and the calibration that answers it move.
 */
export function liftBase(card: Scorecard): Scorecard {
  const { lowest } = pointsRange(card);
  const { intercept, slope } = card.calibration;
  return {
    ...card,
    base: card.base - lowest,
    calibration: { intercept: Number((intercept + slope * lowest).toPrecision(12)), slope },
    tierCuts:
      card.tierCuts === null ? null : { ideal: card.tierCuts.ideal - lowest, stretch: card.tierCuts.stretch - lowest },
  };
}
