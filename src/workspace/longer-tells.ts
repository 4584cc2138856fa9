import type { Scorecard } from '../model/scorecard.js';

/** Standard errors by which losses must differ: the best of many lengths is always a little better than any one of them. */
const clearly = 3;

/**
 * Whether a longer card tells accounts apart where the one that was wished for is too short to: by the cross-validated losses
 * of all rounds together its loss is clearly below that of the wished one and that of the shortest, which has nothing but the mean.
 * Pairs live in the full card alone, so that this is how a profile of pairs looks through a short one.
 */
export function longerTells(cards: readonly Pick<Scorecard, 'curve'>[]): boolean {
  const curves = cards.flatMap(({ curve }) => (curve === undefined || curve.length === 0 ? [] : [curve]));
  const lags = curves.flatMap((curve) => {
    const chosen = curve.find(({ isChosen }) => isChosen);
    const best = curve.find(({ excess }) => excess === 0);
    const shortest = curve[curve.length - 1];
    if (chosen === undefined || best === undefined || best.isChosen) return [];
    // The full model stands first whatever its rows.
    const isLonger = curve.indexOf(best) < curve.indexOf(chosen);
    return isLonger ? [{ excess: Math.min(chosen.excess, shortest.excess), error: chosen.standardError }] : [];
  });
  if (lags.length === 0 || lags.length * 2 <= curves.length) return false;
  const excess = lags.reduce((sum, lag) => sum + lag.excess, 0);
  const error = lags.reduce((sum, lag) => sum + lag.error, 0);
  return excess > clearly * error;
}
