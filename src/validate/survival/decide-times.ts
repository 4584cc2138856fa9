import type { Interval } from '../../model/estimate.js';
import type { KeptGroup, TimeProof } from '../../model/time-proof.js';
import { adviseNearer } from '../advise-nearer.js';
import type { Decision } from '../decide-verdict.js';

const minAccounts = 30;
const minEnds = 20;
/** So few ends came among the held-out accounts that the intervals are not to be trusted. */
const minHeldOut = 10;
/** Below these a share kept is too uncertain to be said; the order may hold. */
const minForShares = { accounts: 500, ended: 100 };
/** How far shares kept may be from those foretold, for all and (on average) by fifths, beyond chance. */
const tolerance = { all: 0.05, fifths: 0.03 };

/**
 * What may be claimed of time. Refused without enough ends, or where held-out accounts do not show, beyond chance, both that
 * those with higher scores last longer (concordance against .5) and that the shares foretold are nearer to what came than
 * Kaplan and Meier's curve for everybody (integrated Brier score). Ranked where ends are few or the shares kept after the
 * horizon miss; publishable else.
 */
export function decideTimes({
  proof,
  learned,
}: {
  readonly proof: TimeProof | null;
  /** `positives`: accounts whose end came. */
  readonly learned: { readonly accounts: number; readonly positives: number };
}): Decision {
  const few = shortfall(learned);
  if (few.reasons.length > 0) return { verdict: 'refused', ...few };
  if (proof === null) {
    return {
      verdict: 'refused',
      reasons: ['No accounts could be held out, so nothing is proven.'],
      help: ['Give each account its own id, and more than one account or company.'],
    };
  }
  const chance = findChance(proof);
  if (chance.length > 0) {
    const help = 'Add attributes that were known at the start and could bear on how long accounts stay, or more ends.';
    return { verdict: 'refused', reasons: chance, help: [help] };
  }
  const beaten = [
    `On ${proof.accounts} held-out accounts the one that lasted longer had more points in ${percents(proof.concordance)} of pairs (concordance; chance is 50 %).`,
    `What was foretold to be kept is nearer to what was than one curve for everybody: its integrated Brier score is less by ${percents(proof.improvement)}.`,
  ];
  const limits = findLimits({ proof, learned });
  if (limits.reasons.length === 0) return { verdict: 'publishable', reasons: beaten, help: [] };
  return { verdict: 'ranked', reasons: [...beaten, ...limits.reasons], help: limits.help };
}

/** Whether there are ends enough for a proof to be worth its time. */
export function isTimeProvable(learned: { accounts: number; positives: number }): boolean {
  return shortfall(learned).reasons.length === 0;
}

function shortfall({ accounts, positives }: { accounts: number; positives: number }) {
  const reasons: string[] = [];
  const help: string[] = [];
  const require = (count: number, least: number, what: string) => {
    if (count >= least) return;
    reasons.push(`Only ${count} ${what}; at least ${least} are needed.`);
    help.push(`Add at least ${least - count} more ${what}.`);
  };
  require(accounts, minAccounts, 'accounts with a known duration');
  require(positives, minEnds, 'accounts whose end came');
  return { reasons, help };
}

function findChance({ concordance, improvement, ended, accounts }: TimeProof): string[] {
  if (ended < minHeldOut)
    return [`Of ${accounts} held-out accounts the end of ${ended} came; a proof needs at least ${minHeldOut}.`];
  const reasons: string[] = [];
  if (!(concordance.lower > 0.5))
    reasons.push(
      `On ${accounts} held-out accounts the one that lasted longer had more points in ${percents(concordance)} of pairs; ${concordance.upper < 0.5 ? 'worse than' : 'the interval includes'} the 50 % of chance.`,
    );
  if (!(improvement.lower > 0))
    reasons.push(
      `What was foretold is no nearer to what came than one curve for everybody: its integrated Brier score is less by ${percents(improvement)}.`,
    );
  return reasons;
}

function findLimits({
  proof,
  learned,
}: {
  proof: TimeProof;
  learned: { readonly accounts: number; readonly positives: number };
}): { reasons: string[]; help: string[] } {
  const reasons: string[] = [];
  const help: string[] = [];
  if (learned.accounts < minForShares.accounts || learned.positives < minForShares.ended) {
    reasons.push(
      `Learnt from ${learned.accounts} accounts, ${learned.positives} of them ended: the order is shown, shares kept are not.`,
    );
    help.push(
      `Shares kept need at least ${minForShares.accounts} accounts, ${minForShares.ended} of them with an end.`,
    );
  }
  const miss = missOf(proof);
  if (miss !== null) {
    reasons.push(`${miss} The order is shown, shares kept are not.`);
    help.push(adviseNearer(proof.split, 'accounts'));
  }
  return { reasons, help };
}

/** A sentence where what was kept is not what was foretold, beyond chance and beyond what matters; else null. */
function missOf({ all, fifths }: TimeProof): string | null {
  if (beyond(all) > 0 && Math.abs(all.kept.estimate - all.expected) > tolerance.all)
    return `After the horizon ${percents(all.kept)} of the held-out accounts were kept, where ${(100 * all.expected).toFixed(0)} % had been foretold.`;
  const mean = fifths.reduce((sum, fifth) => sum + beyond(fifth), 0) / Math.max(1, fifths.length);
  return mean > tolerance.fifths
    ? `By fifths, shares kept miss those foretold by ${(100 * mean).toFixed(0)} points on average, beyond chance.`
    : null;
}

function beyond({ expected, kept }: KeptGroup): number {
  return Math.max(0, kept.lower - expected, expected - kept.upper);
}

function percents({ estimate, lower, upper }: Interval): string {
  // Adding 0 turns −0 into 0.
  const text = (share: number) => String(Math.round(100 * share) + 0).replace('-', '−');
  return `${text(estimate)} % (${text(lower)} to ${text(upper)} %)`;
}
