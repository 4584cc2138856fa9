import type { Proof, Verdict } from '../model/proof.js';
import { adviseMore } from './advise-more.js';
import { judgeCalibration } from './judge-calibration.js';

export interface VerdictRequest {
  /** What was measured on held-out accounts; null when nothing could be held out. */
  readonly proof: Proof | null;
  /** Accounts with a known outcome that the profile was learnt from. */
  readonly learned: { readonly accounts: number; readonly positives: number };
}

export interface Decision {
  readonly verdict: Verdict;
  /** Why: whole sentences, each with its number. */
  readonly reasons: readonly string[];
  /** What data would help; empty when nothing is missing. */
  readonly help: readonly string[];
}

/** Fewer leave no interval that could exclude chance for any lift seen in practice. */
const minAccounts = 30;
const minPerClass = 10;
/** Held-out positives and negatives below which the intervals themselves are not to be trusted. */
const minHeldOutPerClass = 5;
/** Below this even a perfectly calibrated score shows an error of several points of percentage: ranks only. */
const minForProbabilities = 1000;

/**
 * What may be claimed. Refused without enough outcomes or when the held-out proof does not beat chance (AUC against ½,
 * lift of the best fifth against 1); a description when there are only positives; ranked when there are fewer than
 * 1,000 accounts or held-out probabilities miss what came; publishable else.
 */
export function decideVerdict({ proof, learned }: VerdictRequest): Decision {
  const negatives = learned.accounts - learned.positives;
  if (negatives === 0 && learned.positives >= minPerClass) return describeOnly(learned.positives);
  const tooFew = countShortfall(learned);
  if (tooFew.reasons.length > 0) return { verdict: 'refused', ...tooFew };
  if (proof === null) {
    return {
      verdict: 'refused',
      reasons: ['No accounts could be held out, so nothing is proven.'],
      help: ['Give each account its own id, and more than one account or company.'],
    };
  }
  const chance = findChance(proof);
  if (chance.length > 0) return { verdict: 'refused', reasons: chance, help: adviseMore(proof) };
  const beaten = [
    `On ${proof.accounts} held-out accounts the AUC is ${range(proof.auc)}, above the 0.5 of chance.`,
    `The best-scored fifth has ${range(proof.liftTopFifth)} times the average rate, above 1.`,
  ];
  const limits = findLimits({ proof, learned });
  if (limits.reasons.length === 0) return { verdict: 'publishable', reasons: beaten, help: [] };
  return { verdict: 'ranked', reasons: [...beaten, ...limits.reasons], help: limits.help };
}

/** Whether there are outcomes enough of both kinds for a proof to be worth its time. */
export function isProvable(learned: VerdictRequest['learned']): boolean {
  return countShortfall(learned).reasons.length === 0;
}

function describeOnly(positives: number): Decision {
  return {
    verdict: 'description',
    reasons: [`All ${positives} accounts are positives: without others to compare with, no lift can be claimed.`],
    help: ['Add accounts that were lost or did not have the outcome: at least as many as there are positives.'],
  };
}

function countShortfall({ accounts, positives }: VerdictRequest['learned']): { reasons: string[]; help: string[] } {
  const reasons: string[] = [];
  const help: string[] = [];
  const require = (count: number, least: number, what: string) => {
    if (count >= least) return;
    reasons.push(`Only ${count} ${what}; at least ${least} are needed.`);
    help.push(`Add at least ${least - count} more ${what}.`);
  };
  require(accounts, minAccounts, 'accounts with a known outcome');
  require(positives, minPerClass, 'positives (accounts that had the outcome)');
  require(accounts - positives, minPerClass, 'negatives (accounts that did not have the outcome)');
  return { reasons, help };
}

function findChance(proof: Proof): string[] {
  const { auc, liftTopFifth: lift, positives, accounts } = proof;
  if (Math.min(positives, accounts - positives) < minHeldOutPerClass) {
    return [
      `Of ${accounts} held-out accounts ${positives} had the outcome; a proof needs at least ${minHeldOutPerClass} that had it and ${minHeldOutPerClass} that did not.`,
    ];
  }
  const reasons: string[] = [];
  if (auc.upper < 0.5) {
    reasons.push(`On ${accounts} held-out accounts the AUC is ${range(auc)}: worse than the 0.5 of chance.`);
  } else if (!(auc.lower > 0.5)) {
    reasons.push(`On ${accounts} held-out accounts the AUC is ${range(auc)}; the interval includes the 0.5 of chance.`);
  }
  if (!(lift.lower > 1)) {
    const verb =
      lift.upper < 1 ? 'worse than the 1 of a random fifth' : 'the interval includes the 1 of a random fifth';
    reasons.push(`The best-scored fifth has ${range(lift)} times the average rate; ${verb}.`);
  }
  return reasons;
}

function findLimits({ proof, learned }: { proof: Proof; learned: VerdictRequest['learned'] }) {
  const reasons: string[] = [];
  const help: string[] = [];
  if (learned.accounts < minForProbabilities) {
    reasons.push(
      `Learnt from ${learned.accounts} accounts, fewer than ${minForProbabilities}: the order is shown, probabilities are not.`,
    );
    help.push(`Probabilities need at least ${minForProbabilities} accounts with a known outcome.`);
  }
  const miss = judgeCalibration(proof);
  if (miss !== null) {
    reasons.push(`${miss} The order is shown, probabilities are not.`);
    help.push('Learn from outcomes closer in time and kind to the accounts that will be scored.');
  }
  return { reasons, help };
}

function range({ estimate, lower, upper }: Proof['auc']): string {
  return `${estimate.toFixed(2)} (${lower.toFixed(2)} to ${upper.toFixed(2)})`;
}
