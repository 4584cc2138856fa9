import pc from 'picocolors';
import { type Tier, tiers } from '../model/scorecard.js';
import type { AccountScore } from '../workspace/score-file.js';

/** How many accounts fell into each tier; null: no tier is claimed. */
export interface TierCounts {
  readonly scored: number;
  readonly unscored: number;
  readonly byTier: ReadonlyMap<Tier | null, number>;
}

export const noTierCounts: TierCounts = { scored: 0, unscored: 0, byTier: new Map() };

/** The counts with those of more accounts. */
export function addTierCounts(counts: TierCounts, accounts: readonly AccountScore[]): TierCounts {
  const byTier = new Map(counts.byTier);
  let { scored, unscored } = counts;
  for (const { points, tier } of accounts) {
    if (points === null) unscored++;
    else {
      scored++;
      byTier.set(tier, (byTier.get(tier) ?? 0) + 1);
    }
  }
  return { scored, unscored, byTier };
}

/** A line for each tier; the count of all where no tiers are claimed. */
export function renderTierCounts({ scored, unscored, byTier }: TierCounts, { color }: { color: boolean }): string {
  const paint = pc.createColors(color);
  const isClaimed = tiers.some((tier) => byTier.has(tier));
  const lines = tiers.flatMap((tier) => {
    const count = byTier.get(tier) ?? 0;
    const share = scored === 0 ? 0 : Math.round((100 * count) / scored);
    return isClaimed
      ? [`  ${paint.bold(tier.padEnd(8))}${String(count).padStart(8)}  ${String(share).padStart(3)} %`]
      : [];
  });
  return [`${scored} accounts scored${unscored > 0 ? `, ${unscored} could not be read` : ''}`, ...lines].join('\n');
}
