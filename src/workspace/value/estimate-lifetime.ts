import type { AccountSegments } from '../../value/account-segments.js';
import { contractLifetime } from '../../value/contract-lifetime.js';
import { type LifetimeAsked, type LifetimeFound, purchaseLifetime } from '../../value/purchase-lifetime.js';
import type { ValueBase } from './value-base.js';

/** Lifetime value by a model that the data chooses; null where accounts have neither purchases nor contracts with amounts. */
export function estimateLifetime(
  { purchases, contracts, money }: ValueBase,
  options: LifetimeAsked & { readonly segments?: AccountSegments | null },
): LifetimeFound | null {
  if (purchases !== null) return purchaseLifetime(purchases.log, options);
  return contracts === null || money === null ? null : contractLifetime(contracts, options);
}
