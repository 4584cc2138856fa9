import type { Scorecard } from '../model/scorecard.js';

/** Twice or half the average amount make an account ideal or bad … */
const ratio = 2;
/** … as long as the tiers keep these shares of the accounts, so that each stays worth having. */
const idealShare = { least: 0.1, most: 0.35 };
const badShare = { least: 0.15, most: 0.5 };

/**
 * Cuts on points for the three tiers (M11). With a cost: bad where less is expected than an account costs, ideal where at
 * least twice that is. Without one: against the average amount, within bounds on how many accounts a tier holds.
 * @param points of the accounts that the card was learnt from.
 */
export function chooseAmountCuts(
  card: Pick<Scorecard, 'calibration'>,
  { points, mean, cost }: { readonly points: Int32Array; readonly mean: number; readonly cost?: number | undefined },
): { ideal: number; stretch: number } {
  const { intercept, slope } = card.calibration;
  const pointsAt = (amount: number) => Math.ceil((Math.log(amount) - intercept) / slope);
  if (cost !== undefined) return { ideal: pointsAt(ratio * cost), stretch: pointsAt(cost) };
  const sorted = Int32Array.from(points).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  const ideal = clamp(pointsAt(ratio * mean), at(1 - idealShare.most), at(1 - idealShare.least));
  const stretch = clamp(pointsAt(mean / ratio), at(badShare.least), at(badShare.most));
  return { ideal, stretch: Math.min(stretch, ideal) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
