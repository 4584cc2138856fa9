import type { Evidence } from '../model/criterion.js';

/** Below this many units of log-odds a difference in direction is not worth a sentence. */
const noticeable = 0.1;

/** What a reader must know about a line of the profile, in whole sentences; null when the numbers speak for themselves. */
export function criterionNote({ crude, adjusted }: Evidence, hasPoints: boolean): string | null {
  if (!hasPoints) return 'Not adjusted for the other attributes.';
  const isReversed = crude * adjusted < 0 && Math.min(Math.abs(crude), Math.abs(adjusted)) >= noticeable;
  if (!isReversed) return null;
  const [alone, allElseEqual] = crude > 0 ? ['more', 'less'] : ['less', 'more'];
  return (
    `Simpson's paradox: alone, accounts with this trait have the outcome ${alone} often (log-odds ${signed(crude)}); ` +
    `with all else equal ${allElseEqual} often (${signed(adjusted)}). The points follow the second.`
  );
}

function signed(logOdds: number): string {
  return `${logOdds < 0 ? '−' : '+'}${Math.abs(logOdds).toFixed(2)}`;
}
