import type { Scorecard } from '../model/scorecard.js';
import { keptUntil } from './kept-after.js';

/** Ends that come half as often as on average make an account ideal, twice as often bad … */
const ratio = 2;
/** … as long as the tiers keep these shares of the accounts, so that each stays worth having. */
const idealShare = { least: 0.1, most: 0.35 };
const badShare = { least: 0.15, most: 0.5 };

/**
 * Cuts on points for the three tiers (M11), by the risk to be gone by the horizon: −log of the share kept, against that of all
 * accounts, within bounds on how many accounts a tier holds.
 * @param points of the accounts that the card was learnt from. @param kept share of all of them kept after the horizon.
 */
export function chooseTimeCuts(
  card: Pick<Scorecard, 'calibration' | 'time'>,
  { points, kept }: { readonly points: Int32Array; readonly kept: number },
): { ideal: number; stretch: number } {
  const sorted = Int32Array.from(points).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  const times = [card.time?.horizon ?? 0];
  const riskAt = (one: number) => -Math.log(Math.max(1e-12, keptUntil(card, { points: one, times })[0]));
  const risk = -Math.log(Math.min(1 - 1e-9, Math.max(1e-9, kept)));
  const first = (most: number) => {
    let [low, high] = [sorted[0], sorted[sorted.length - 1] + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (riskAt(middle) <= most) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const ideal = clamp(first(risk / ratio), at(1 - idealShare.most), at(1 - idealShare.least));
  const stretch = clamp(first(risk * ratio), at(badShare.least), at(badShare.most));
  return { ideal, stretch: Math.min(stretch, ideal) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
