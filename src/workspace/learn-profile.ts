import { AssayError } from '../errors.js';
import { describeAccounts } from '../learn/describe-accounts.js';
import type { Criterion } from '../model/criterion.js';
import type { Profile } from '../model/profile.js';
import { decideVerdict, isProvable } from '../validate/decide-verdict.js';
import { splitAccounts } from '../validate/split-accounts.js';
import type { AccountsSource } from './accounts-input.js';
import { leakCautions } from './audit-accounts.js';
import { auditSelected, noteReversals } from './audit-selected.js';
import { clusterBest } from './cluster-best.js';
import { countWholeFile } from './count-whole-file.js';
import { creditBeliefs } from './credit-beliefs.js';
import { describeProfile } from './describe-profile.js';
import { findCautions } from './find-cautions.js';
import { guessMarket } from './guess-market.js';
import { heldBeliefs } from './held-beliefs.js';
import { learnAmountProfile } from './learn-amount-profile.js';
import type { LearningData } from './learn-part.js';
import { learnParts } from './learn-parts.js';
import { learnTimeProfile } from './learn-time-profile.js';
import type { LearnedProfile, LearnOptions } from './learned-profile.js';
import { mergeBeliefs } from './merge-beliefs.js';
import { type PreparedAccounts, prepareAccounts } from './prepare-accounts.js';
import { nothingProven, proveLearning } from './prove-learning.js';
import { provenanceOf } from './provenance-of.js';
import { type Findings, publishFindings } from './publish-findings.js';
import { segmentsByOf } from './segments-by.js';
import { proxyCautions, usesCaution } from './sensitive-cautions.js';
import { weighLeaks } from './weigh-leaks.js';

const defaultSeed = 1;

/**
 * Learns who the best accounts of a file or of a workspace are, and proves it on accounts that were held out.
 * The proof is of cards learnt without the held-out accounts; the card that is published is then learnt, in the same
 * way, from all of them. Where the proof fails there are no tiers, no scorecard and no criteria.
 * @throws AssayError for a file, a column or an outcome that cannot be used.
 */
export async function learnProfile(source: AccountsSource, options: LearnOptions = {}): Promise<LearnedProfile> {
  const seed = options.seed ?? defaultSeed;
  const accounts = await prepareAccounts(source, options);
  const { raw, best, labels, rowCount, columns, amounts } = accounts;
  if (rowCount === 0) throw noOutcome(raw.source, best.description);
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const learned = { accounts: rowCount, positives, baseRate: positives / rowCount };

  const { beliefs } = options;
  const data: LearningData = {
    ...accounts,
    order: accounts.time ?? (options.inTimeOrder ? Float64Array.from(labels.keys()) : null),
    seed,
    length: options.card ?? 'fitting',
    ...(beliefs === undefined ? {} : { beliefs: heldBeliefs(beliefs) }),
  };
  const split = splitAccounts({ ...accounts, ...chooseSplit(options, accounts), seed });
  const { watched } = accounts;
  if (watched !== null) return learnTimeProfile({ ...accounts, watched }, { ...options, seed, split });
  if (amounts === null && options.cost !== undefined) throw costWithoutAmounts();
  const segmentsBy = segmentsByOf(options.segmentsBy, { ...accounts, isAmount: amounts !== null });
  if (amounts !== null) return learnAmountProfile({ ...accounts, amounts }, { ...options, seed, split });
  const parts = isProvable(learned) ? await learnParts(data, { ...options, split }) : {};
  const proven = isProvable(learned) ? proveLearning(data, { ...options, split, ...parts }) : nothingProven;
  const { verdict, reasons, help, gates } = decideVerdict({ ...proven, learned });
  const holds = verdict === 'publishable' || verdict === 'ranked';
  const findings = holds
    ? withBeliefs(await publishFindings(data, { ...options, split, ...parts, rounds: proven.rounds }), {
        beliefs,
        data,
      })
    : {
        criteria: describeOnly(verdict, { columns, rowCount }),
        segments: [],
        ...(verdict === 'description' ? clusterBest(data) : {}),
        scorecard: null,
      };

  const leaks = weighLeaks(accounts.leaks, { coded: accounts.audited, labels, split, ...options });
  const whole = await countWholeFile(source, { ...options, accounts, learned, criteria: findings.criteria });
  const audit = await auditSelected(accounts, {
    ...options,
    split,
    criteria: whole.criteria,
    card: findings.scorecard,
  });
  const profile: Profile = {
    assay: 1,
    name: options.name ?? beliefs?.name ?? `Ideal customer profile: ${best.description}`,
    market: options.market ?? beliefs?.market ?? guessMarket(accounts.attributes, accounts.raw.columns),
    description: describeProfile({ ...proven, ...findings, verdict, best }),
    verdict,
    reasons:
      beliefs === undefined || proven.proof === null || !holds
        ? reasons
        : [...reasons, creditBeliefs(data, { ...options, beliefs, split, proof: proven.proof })],
    gates,
    cautions: findCautions({
      ...proven,
      setAside: accounts.setAside,
      columns: [
        ...leakCautions(leaks),
        ...accounts.cautions,
        ...usesCaution(accounts.attributes, findings.scorecard),
        ...proxyCautions(accounts.attributes, { card: findings.scorecard, proxies: accounts.proxies }),
      ],
    }),
    ...(leaks.length === 0 ? {} : { leaks }),
    audit: audit.findings,
    best,
    learned: whole.learned,
    attributes: accounts.attributes,
    ...findings,
    criteria: noteReversals(whole.criteria, audit),
    ...segmentsBy,
    proof: proven.proof,
    baselines: proven.baselines,
    setAside: accounts.setAside,
    review: { every: 'quarter' },
    provenance: provenanceOf(accounts, { ...options, seed }),
  };
  return {
    profile,
    help,
    notes: [...accounts.notes, ...whole.notes, ...marketNotes(profile)],
    quarantined: raw.quarantined,
  };
}

function marketNotes({ market }: Profile): string[] {
  return market === 'unknown'
    ? ['No column says whether companies or people buy: say --market b2b or --market b2c.']
    : [];
}

function withBeliefs(
  findings: Findings,
  { beliefs, data }: { beliefs: Profile | undefined; data: LearningData },
): Findings {
  if (beliefs === undefined) return findings;
  return { ...findings, criteria: mergeBeliefs(findings.criteria, { beliefs, data, card: findings.scorecard }) };
}

function chooseSplit({ inTimeOrder, holdout }: LearnOptions, { time }: Pick<PreparedAccounts, 'time'>) {
  const share = holdout === undefined ? {} : { share: holdout };
  if (time !== null) return { method: 'time', ...share } as const;
  if (inTimeOrder) return { method: 'order', ...share } as const;
  return { method: holdout === undefined ? 'auto' : 'hash', ...share } as const;
}

function describeOnly(verdict: Profile['verdict'], accounts: Pick<LearningData, 'columns' | 'rowCount'>): Criterion[] {
  return verdict === 'description' ? describeAccounts(accounts.columns, accounts.rowCount) : [];
}

function costWithoutAmounts(): AssayError {
  return new AssayError('USAGE', {
    detail: '--cost is compared with expected amounts, and the outcome here is yes or no.',
    hint: 'Add --target amount with a column of amounts, or leave --cost out.',
  });
}

function noOutcome(source: string, wanted: string): AssayError {
  return new AssayError('NO_RECORDS', {
    detail: `${source} has no account whose outcome is known (${wanted}).`,
    hint: 'Give a file in which the outcome column is filled for the accounts that were decided.',
    place: { file: source },
  });
}
