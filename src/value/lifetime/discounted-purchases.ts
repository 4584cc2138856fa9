import { legendre } from '../../stats/legendre.js';
import type { PurchaseHistory } from './purchase-histories.js';
import type { PurchaseModel } from './purchase-model.js';

/** How far ahead, and what later money is worth. */
export interface Horizon {
  /** Periods; infinite only with a discount rate above 0. */
  readonly horizon: number;
  /** Per period, compounding: 1 in period t is worth (1 + rate)^−t now. */
  readonly discountRate: number;
}

/** Where so little is left of the value of money, the rest is not looked at. */
const worthless = 40;
const nodes = legendre(32);
/** e^−4.6 is a hundredth. */
const nearlyWorthless = 4.6;

/** The part of the horizon in which purchases are counted: all of it, or as far as money keeps a hundredth of its worth. */
export function countedHorizon({ horizon, discountRate }: Horizon): number {
  return discountRate > 0 ? Math.min(horizon, nearlyWorthless / Math.log1p(discountRate)) : horizon;
}

/**
 * Expected purchases of a customer who is alive, each discounted from when it comes: ∫ e^(−δs) dE(s) by parts,
 * δ = ln(1 + rate), with 32 points of Gauss and Legendre in ln(1 + s/T₀) so that near and far are both seen. Without end of
 * the horizon this is the discounted expected residual transactions (DERT) over the probability of being alive.
 * Source: P. Fader, B. Hardie, K. L. Lee, Journal of Marketing Research 42 (2005) 415–430, for DERT.
 */
export function discountedPurchases(
  model: PurchaseModel,
  { history, horizon, discountRate }: Horizon & { readonly history: PurchaseHistory },
): number {
  if (discountRate === 0) return model.expectedWhileAlive(history, horizon);
  const force = Math.log1p(discountRate);
  const end = Math.min(horizon, worthless / force);
  const near = Math.min(end, 1 / force, Math.max(history.age, end / 1000));
  const width = Math.log1p(end / near);
  let sum = 0;
  for (const { point, weight } of nodes) {
    const time = near * Math.expm1(((1 + point) / 2) * width);
    const change = ((near + time) * width * weight) / 2;
    sum += force * Math.exp(-force * time) * model.expectedWhileAlive(history, time) * change;
  }
  return sum + Math.exp(-force * end) * model.expectedWhileAlive(history, end);
}
