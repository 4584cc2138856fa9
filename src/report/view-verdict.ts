import type { Profile } from '../model/profile.js';
import type { Proof, SplitMethod } from '../model/proof.js';
import { formatCount, formatLift, formatLiftRange, formatShare } from './format-number.js';
import type { Standing, VerdictView } from './profile-view.js';

/** The verdict in plain words, with the one number that carries it. */
export function viewVerdict(profile: Profile): VerdictView {
  const standing = standingOf(profile);
  return { standing, label: labels[standing], sentence: sentences[standing](profile), reasons: profile.reasons };
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
  publishable: ({ proof }) =>
    proof ? `${liftSentence(proof)}.` : 'ranks and probabilities held on accounts it had never seen.',
  ranked: ({ proof }) =>
    proof
      ? `${liftSentence(proof)}. The order holds; probabilities are not claimed.`
      : 'the order of accounts holds; probabilities are not claimed.',
  description: ({ learned }) =>
    `this says what ${formatCount(learned.accounts)} accounts have in common. It cannot say what makes them better than others.`,
  refused: ({ proof, learned }) =>
    proof
      ? `the data do not carry a profile. ${capitalise(liftSentence(proof))}.`
      : `the data do not carry a profile: ${formatCount(learned.accounts)} accounts with a known outcome, ${formatCount(learned.positives)} of them with the one looked for.`,
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

function liftSentence({ accounts, liftTopFifth, split }: Proof): string {
  const times = formatLift(liftTopFifth).slice(1);
  const range = formatLiftRange(liftTopFifth);
  return `on ${formatCount(accounts)} ${unseen[split.method]}, the best-scored fifth had the outcome ${times} times as often as average (${formatShare(0.95)} interval ${range})`;
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
