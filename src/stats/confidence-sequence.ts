import type { Interval } from '../model/estimate.js';

/**
 * An interval that may be looked at as often as one likes: with the given probability *all* looks, at all times, hold the
 * truth. Inverts the mixture sequential probability ratio test whose mixture over effects is normal with variance `mixture`.
 * It rests on the normal approximation of an estimate: look first when each side has some tens of accounts.
 * Source: H. Robbins, Annals of Mathematical Statistics 41 (1970) 1397–1409; R. Johari, P. Koomen, L. Pekelis and
 * D. Walsh, Operations Research 70 (2022) 1806–1821; I. Waudby-Smith et al., Annals of Statistics 52 (2024) 2613–2640.
 * @param at `variance`: that of the estimate, now. `mixture`: fixed before the first look. `alpha` 0–1, default 0.05.
 */
export function confidenceSequence(
  estimate: number,
  { variance, mixture, alpha = 0.05 }: { variance: number; mixture: number; alpha?: number },
): Interval {
  if (!(variance > 0)) {
    const isKnown = variance === 0;
    return { estimate, lower: isKnown ? estimate : -Infinity, upper: isKnown ? estimate : Infinity };
  }
  const half = Math.sqrt(variance) * sequenceWidth(mixture / variance, alpha);
  return { estimate, lower: estimate - half, upper: estimate + half };
}

/** Standard errors to each side, where the mixture has `ratio` times the variance of the estimate. */
export function sequenceWidth(ratio: number, alpha: number): number {
  return Math.sqrt((1 + 1 / ratio) * (2 * Math.log(1 / alpha) + Math.log1p(ratio)));
}

/**
 * The ratio of mixture to variance at which the sequence is narrowest: the root of ratio = 2 log(1 / alpha) + log(1 + ratio).
 * There the width is √(1 + ratio).
 */
export function bestMixtureRatio(alpha: number): number {
  const least = 2 * Math.log(1 / alpha);
  let ratio = least;
  for (let step = 0; step < 60; step++) ratio = least + Math.log1p(ratio);
  return ratio;
}
