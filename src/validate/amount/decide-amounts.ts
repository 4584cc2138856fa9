import type { AmountProof } from '../../model/amount-proof.js';
import type { Interval } from '../../model/estimate.js';
import { adviseNearer } from '../advise-nearer.js';
import type { Decision } from '../decide-verdict.js';

const minAccounts = 30;
const minAmounts = 20;
/** So few amounts above zero were held out that the intervals are not to be trusted. */
const minHeldOut = 10;
/** Below these an expected amount is too uncertain to be said; the order may hold. */
const minForAmounts = { accounts: 500, positives: 200 };
/** How far expected and actual may be apart, all together and by fifths, beyond chance. */
const tolerance = { total: 0.1, fifths: 0.15 };

/**
 * What may be claimed of amounts. Refused without enough of them, or where held-out accounts do not show, beyond chance,
 * both that higher scores go with higher amounts (rank correlation against 0) and that the value gathers among them (Gini
 * coefficient against 0). Ranked where amounts are few or miss what came; publishable else.
 */
export function decideAmounts({
  proof,
  learned,
}: {
  readonly proof: AmountProof | null;
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
    const help = 'Add attributes that were known before the amount and could bear on it, or more accounts.';
    return { verdict: 'refused', reasons: chance, help: [help] };
  }
  const beaten = [
    `On ${proof.accounts} held-out accounts score and amount have a rank correlation of ${range(proof.rank)}, above the 0 of chance.`,
    `The value gathers at the top: its Gini coefficient in the order of the scores is ${range(proof.gini)}, above the 0 of chance; the best-scored fifth holds ${percents(proof.shareTopFifth)}.`,
  ];
  const limits = findLimits({ proof, learned });
  if (limits.reasons.length === 0) return { verdict: 'publishable', reasons: beaten, help: [] };
  return { verdict: 'ranked', reasons: [...beaten, ...limits.reasons], help: limits.help };
}

/** Whether there are amounts enough for a proof to be worth its time. */
export function isAmountProvable(learned: { accounts: number; positives: number }): boolean {
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
  require(accounts, minAccounts, 'accounts with a known amount');
  require(positives, minAmounts, 'accounts with an amount above zero');
  return { reasons, help };
}

function findChance({ rank, gini, positives, accounts }: AmountProof): string[] {
  if (positives < minHeldOut)
    return [`Of ${accounts} held-out accounts ${positives} came to anything; a proof needs at least ${minHeldOut}.`];
  const reasons: string[] = [];
  if (!(rank.lower > 0))
    reasons.push(
      `On ${accounts} held-out accounts score and amount have a rank correlation of ${range(rank)}; ${rank.upper < 0 ? 'worse than' : 'the interval includes'} the 0 of chance.`,
    );
  if (!(gini.lower > 0))
    reasons.push(
      `The Gini coefficient of the value in the order of the scores is ${range(gini)}; ${gini.upper < 0 ? 'worse than' : 'the interval includes'} the 0 of chance.`,
    );
  return reasons;
}

function findLimits({
  proof,
  learned,
}: {
  proof: AmountProof;
  learned: { readonly accounts: number; readonly positives: number };
}): { reasons: string[]; help: string[] } {
  const reasons: string[] = [];
  const help: string[] = [];
  if (learned.accounts < minForAmounts.accounts || learned.positives < minForAmounts.positives) {
    reasons.push(
      `Learnt from ${learned.accounts} accounts, ${learned.positives} with an amount above zero: the order is shown, expected amounts are not.`,
    );
    help.push(
      `Expected amounts need at least ${minForAmounts.accounts} accounts, ${minForAmounts.positives} of them with an amount above zero.`,
    );
  }
  const miss = missOf(proof);
  if (miss !== null) {
    reasons.push(`${miss} The order is shown, expected amounts are not.`);
    help.push(adviseNearer(proof.split, 'amounts'));
  }
  return { reasons, help };
}

/** A sentence where what came is not what was expected, beyond chance and beyond what matters; else null. */
function missOf({ ratio, fifths, total }: AmountProof): string | null {
  const isOff = Math.abs(ratio.estimate - 1) > tolerance.total && (ratio.lower > 1 || ratio.upper < 1);
  if (isOff) return `What came on held-out accounts is ${range(ratio)} times what was expected.`;
  const off = fifths.reduce((sum, { expected, came }) => {
    const beyond = Math.max(0, came.lower - expected, expected - came.upper);
    return sum + beyond;
  }, 0);
  return off > tolerance.fifths * total
    ? `By fifths, ${(100 * (off / total)).toFixed(0)} % of the value came elsewhere than expected, beyond chance.`
    : null;
}

function range({ estimate, lower, upper }: Interval): string {
  return `${estimate.toFixed(2)} (${lower.toFixed(2)} to ${upper.toFixed(2)})`;
}

function percents({ estimate, lower, upper }: Interval): string {
  const text = (share: number) => (100 * share).toFixed(0);
  return `${text(estimate)} % (${text(lower)} to ${text(upper)} %)`;
}
