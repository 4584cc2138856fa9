import type { Profile } from '../model/profile.js';
import type { Baseline, SplitMethod } from '../model/proof.js';
import { formatCount, formatDecimal, formatLift, formatLiftRange, formatShare } from './format-number.js';
import type { Standing, VerdictView } from './profile-view.js';
import { amountSentence } from './view-amount.js';
import { timeSentence } from './view-time.js';

/** The verdict in plain words, with the one number that carries it. */
export function viewVerdict(profile: Profile): VerdictView {
  const standing = standingOf(profile);
  return {
    standing,
    label: labels[standing],
    isOutdone: (standing === 'publishable' || standing === 'ranked') && strongerBaseline(profile) !== null,
    sentence: sentenceOf(profile, standing),
    reasons: profile.reasons,
  };
}

function sentenceOf(profile: Profile, standing: Standing): string {
  if (profile.time !== undefined) return timeVerdict(profile, standing);
  return profile.amount === undefined ? sentences[standing](profile) : amountVerdict(profile, standing);
}

const labels: Record<Standing, string> = {
  publishable: 'Publishable',
  ranked: 'Ranked',
  description: 'Description only',
  refused: 'Refused',
  hypotheses: 'Hypotheses only',
  weighed: 'Beliefs weighed',
};

/**
 * A profile that has met no account yet is a set of beliefs, whatever its verdict says; one that was not learnt but holds
 * beliefs has weighed them against the accounts it has met.
 */
function standingOf({ learned, verdict, criteria, scorecard }: Profile): Standing {
  const isUntested = criteria.length > 0 && criteria.every(({ status }) => status === 'hypothesis');
  if (learned.accounts === 0) return isUntested ? 'hypotheses' : verdict;
  const isWeighed = verdict === 'description' && scorecard === null && criteria.some(({ belief }) => belief);
  return isWeighed ? 'weighed' : verdict;
}

const sentences: Record<Standing, (profile: Profile) => string> = {
  publishable: (profile) =>
    profile.proof
      ? `${liftSentence(profile)}.${outdone(profile)}`
      : 'ranks and probabilities held on accounts it had never seen.',
  ranked: (profile) =>
    profile.proof
      ? `${liftSentence(profile)}.${outdone(profile)} The order holds; probabilities are not claimed.`
      : 'the order of accounts holds; probabilities are not claimed.',
  description: ({ learned }) =>
    `this says what ${formatCount(learned.accounts)} accounts have in common. It cannot say what makes them better than others.`,
  refused: (profile) =>
    profile.proof
      ? `the data do not carry a profile. ${capitalise(liftSentence(profile))}.`
      : `the data do not carry a profile: ${formatCount(profile.learned.accounts)} accounts with a known outcome, ${formatCount(profile.learned.positives)} of them with the one looked for.`,
  hypotheses: ({ criteria }) =>
    `${formatCount(criteria.length)} belief${criteria.length === 1 ? '' : 's'}, no account with a known outcome yet. Nothing here has been tested.`,
  weighed: ({ learned, criteria }) => {
    const beliefs = criteria.filter(({ belief }) => belief);
    const validated = beliefs.filter(({ status }) => status === 'validated').length;
    const refuted = beliefs.filter(({ status }) => status === 'refuted').length;
    const talks = `${formatCount(learned.accounts)} conversation${learned.accounts === 1 ? '' : 's'}`;
    return `${talks}, ${formatCount(learned.positives)} with the outcome: ${validated} validated, ${refuted} refuted, ${beliefs.length - validated - refuted} still open. Each was judged by itself; the score they add up to has not been tried on accounts held out.`;
  },
};

function timeVerdict(profile: Profile, standing: Standing): string {
  const sentence = timeSentence(profile);
  if (standing === 'publishable') return `${sentence}.`;
  if (standing === 'ranked') return `${sentence}. The order holds; shares kept are not claimed.`;
  return `the data do not carry a profile: ${sentence}.`;
}

function amountVerdict(profile: Profile, standing: Standing): string {
  const sentence = amountSentence(profile);
  if (standing === 'publishable') return `${sentence}.`;
  if (standing === 'ranked') return `${sentence}. The order holds; expected amounts are not claimed.`;
  return `the data do not carry a profile: ${sentence}.`;
}

/** The longest description of the outcome that the sentence can hold and still be read in one breath. */
const longestOutcome = 40;

function liftSentence({ proof, best }: Profile): string {
  if (proof === null) return '';
  const { accounts, liftTopFifth, split } = proof;
  const times = `${formatLift(liftTopFifth).slice(1)} times as often as`;
  const { length } = best.description;
  // Naming the outcome keeps "had the outcome" from being read as its opposite: who did not churn has it here.
  const said =
    length > 0 && length <= longestOutcome
      ? `“${best.description}” was true in the best-scored fifth ${times} on average`
      : `the best-scored fifth had the outcome ${times} average`;
  return `on ${formatCount(accounts)} ${unseen[split.method]}, ${said} (${formatShare(0.95)} interval ${formatLiftRange(liftTopFifth)})`;
}

/** The strongest baseline that orders the judged accounts at least as well as the profile does. */
function strongerBaseline({ proof, baselines }: Profile): Baseline | null {
  if (proof === null) return null;
  return baselines.reduce<Baseline | null>(
    (best, one) => (one.auc.estimate >= (best ?? proof).auc.estimate ? one : best),
    null,
  );
}

/** Begins with a space; empty where no baseline comes near. */
function outdone(profile: Profile): string {
  const baseline = strongerBaseline(profile);
  if (baseline === null || profile.proof === null) return '';
  const ours = profile.proof.auc;
  const difference = baseline.auc.estimate - ours.estimate;
  const how =
    baseline.auc.lower > ours.upper ? 'clearly better' : difference < 0.0005 ? 'as well' : 'as well or better';
  const numbers = `AUC ${formatDecimal(baseline.auc.estimate, 3)} against ${formatDecimal(ours.estimate, 3)}`;
  return ` But a baseline orders them ${how}: ${baseline.name} (${numbers}).`;
}

const unseen: Record<SplitMethod, string> = {
  time: 'later accounts it had never seen',
  order: 'later accounts it had never seen',
  hash: 'accounts it had never seen',
  folds: 'accounts, each judged by a scorecard that had never seen it',
  new: 'accounts whose outcome came after it had learnt',
};

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
