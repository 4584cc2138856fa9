import type { Interval } from '../../model/estimate.js';
import { type Tier, tiers } from '../../model/scorecard.js';

/** What is known of a tier: how many accounts of the universe are in it, and what such accounts came to. */
export interface TierMarket {
  readonly tier: Tier;
  readonly accounts: number;
  /** The rate, or the mean amount, on accounts that were not learnt from. */
  readonly mean: Interval;
}

export interface MarketPart {
  readonly accounts: number;
  /** Expected wins (or amounts), with the interval of the rates. */
  readonly wins: Interval;
  /** The same in what a win is worth; null where that is not known. */
  readonly value: Interval | null;
}

/** TAM: all accounts. SAM: those that the ICP serves, ideal and stretch. SOM: those that can be reached, the best first. */
export interface MarketSize {
  readonly tam: MarketPart;
  readonly sam: MarketPart;
  readonly som: MarketPart;
  readonly byTier: readonly (MarketPart & { readonly tier: Tier; readonly mean: Interval })[];
}

/**
 * The market in accounts and in what they may come to, were they to do as the accounts of their tier did.
 * @param options `reach`: share of the served market that can be reached, 0–1. `capacity`: accounts, at most. `perWin`: what a win
 * is worth; 1 of amounts.
 */
export function sizeMarket(
  market: readonly TierMarket[],
  { reach, capacity, perWin }: { reach: number; capacity: number | null; perWin: number | null },
): MarketSize {
  const known = market.toSorted((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier));
  const served = known.filter(({ tier }) => tier !== 'bad');
  const count = served.reduce((sum, { accounts }) => sum + accounts, 0);
  let room = Math.min(Math.floor(reach * count + 1e-9), capacity ?? Number.POSITIVE_INFINITY);
  const reached = served.map((tier) => {
    const accounts = Math.min(room, tier.accounts);
    room -= accounts;
    return { ...tier, accounts };
  });
  const part = (list: readonly TierMarket[]) => partOf(list, perWin);
  return {
    tam: part(known),
    sam: part(served),
    som: part(reached),
    byTier: known.map((tier) => ({ ...part([tier]), tier: tier.tier, mean: tier.mean })),
  };
}

/** The bounds of several tiers are added in quadrature about their sum: they come from different accounts. */
function partOf(list: readonly TierMarket[], perWin: number | null): MarketPart {
  const accounts = list.reduce((sum, tier) => sum + tier.accounts, 0);
  const filled = list.filter((tier) => tier.accounts > 0);
  const estimate = filled.reduce((sum, tier) => sum + tier.accounts * tier.mean.estimate, 0);
  const off = (side: 'lower' | 'upper') =>
    Math.hypot(...filled.map((tier) => tier.accounts * (tier.mean[side] - tier.mean.estimate)));
  const wins = { estimate, lower: Math.max(0, estimate - off('lower')), upper: estimate + off('upper') };
  const times = (factor: number) => ({
    estimate: wins.estimate * factor,
    lower: wins.lower * factor,
    upper: wins.upper * factor,
  });
  return { accounts, wins, value: perWin === null ? null : times(perWin) };
}
