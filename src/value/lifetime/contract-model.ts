import { hypergeometricOne } from '../../stats/hypergeometric.js';
import { logBeta } from '../../stats/log-beta.js';

export interface ContractParameters {
  readonly alpha: number;
  readonly beta: number;
}

/** Share still there after `periods` renewals: B(α, β + t)/B(α, β). */
export function contractSurvival({ alpha, beta }: ContractParameters, periods: number): number {
  return Math.exp(logBeta(alpha, beta + periods) - logBeta(alpha, beta));
}

/** Share of those there after `periods − 1` renewals who renew once more; it rises, since those who leave easily have left. */
export function contractRetention({ alpha, beta }: ContractParameters, periods: number): number {
  return (beta + periods - 1) / (alpha + beta + periods - 1);
}

interface Horizon {
  /** Per period; 0.1 is a tenth. With no end of the horizon it must be above 0, or α above 1. */
  readonly discountRate: number;
  /** Renewals to look at; all unless told. */
  readonly periods?: number;
}

/**
 * Expected payments that are still to come, discounted to just before the next renewal, of a customer who has made `tenure`
 * payments (and so renewed tenure − 1 times, and is to renew now): Σₖ S(tenure + k)/S(tenure − 1)/(1 + d)^k, k = 0, 1 …
 * Source: P. Fader, B. Hardie, "Customer-base valuation in a contractual setting: the perils of ignoring heterogeneity",
 * Marketing Science 29 (2010) 85–93, equation 6.
 * @param tenure ≥ 1.
 */
export function residualRenewals(
  { alpha, beta }: ContractParameters,
  { tenure, discountRate, periods = Number.POSITIVE_INFINITY }: Horizon & { readonly tenure: number },
): number {
  const kept = beta + tenure - 1;
  const factor = 1 / (1 + discountRate);
  if (periods === Number.POSITIVE_INFINITY) {
    if (factor === 1) return alpha > 1 ? kept / (alpha - 1) : Number.POSITIVE_INFINITY;
    return (kept / (alpha + kept)) * hypergeometricOne({ b: kept + 1, c: alpha + kept + 1 }, factor);
  }
  let [term, sum] = [1, 0];
  for (let k = 0; k < periods; k++) {
    term *= (kept + k) / (alpha + kept + k);
    sum += term * factor ** k;
  }
  return sum;
}

/** Expected payments of a customer who starts now, the first (made at once) included, discounted to now. */
export function newRenewals(parameters: ContractParameters, { discountRate, periods }: Horizon): number {
  const later = residualRenewals(parameters, {
    tenure: 1,
    discountRate,
    ...(periods !== undefined && { periods: Math.max(0, periods - 1) }),
  });
  return 1 + later / (1 + discountRate);
}
