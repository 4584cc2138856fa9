import type { Scorecard } from '../model/scorecard.js';
import { logOddsOf } from './fit.js';

/** Twice or half the average odds make an account ideal or bad … */
const oddsRatio = 2;
/** … as long as the tiers keep these shares of the accounts, so that each stays worth having. */
const idealShare = { least: 0.1, most: 0.35 };
const badShare = { least: 0.15, most: 0.5 };

/**
 * Cuts on points for the three tiers (M11). Ideal accounts have at least twice the average odds of the outcome, bad
 * ones at most half; where that would make a tier empty or shapeless, its share of the accounts is the bound instead.
 * @param points of the accounts that the card was learnt from.
 */
export function chooseTierCuts(card: Scorecard, { points, baseRate }: { points: Int32Array; baseRate: number }) {
  const sorted = Int32Array.from(points).sort();
  const base = Math.log(baseRate / (1 - baseRate));
  const pointsAt = (logOdds: number) => {
    const slope = card.calibration.slope;
    return slope > 0 ? Math.ceil((logOdds - logOddsOf(card, 0)) / slope) : Number.POSITIVE_INFINITY;
  };
  const pointsAbove = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor((1 - share) * sorted.length))];
  const pointsBelow = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];

  const ideal = clamp(
    pointsAt(base + Math.log(oddsRatio)),
    pointsAbove(idealShare.most),
    pointsAbove(idealShare.least),
  );
  const stretch = clamp(pointsAt(base - Math.log(oddsRatio)), pointsBelow(badShare.least), pointsBelow(badShare.most));
  return { ideal, stretch: Math.min(stretch, ideal) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
