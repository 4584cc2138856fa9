import pc from 'picocolors';
import { tiers } from '../model/scorecard.js';
import type { FileScores } from '../workspace/score-file.js';

/** How many accounts fell into each tier, a line each; the count of all where no tiers are claimed. */
export function renderTierCounts({ accounts }: FileScores, { color }: { color: boolean }): string {
  const paint = pc.createColors(color);
  const scored = accounts.filter(({ points }) => points !== null);
  const unscored = accounts.length - scored.length;
  const lines = tiers.flatMap((tier) => {
    const count = scored.filter((account) => account.tier === tier).length;
    const share = scored.length === 0 ? 0 : Math.round((100 * count) / scored.length);
    return scored.some((account) => account.tier !== null)
      ? [`  ${paint.bold(tier.padEnd(8))}${String(count).padStart(8)}  ${String(share).padStart(3)} %`]
      : [];
  });
  return [`${scored.length} accounts scored${unscored > 0 ? `, ${unscored} could not be read` : ''}`, ...lines].join(
    '\n',
  );
}
