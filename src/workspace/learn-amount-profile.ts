import { AssayError } from '../errors.js';
import { scaleAmounts } from '../learn/amount/amount-scale.js';
import { findValueSegments } from '../learn/find-value-segments.js';
import type { AmountFindings } from '../model/amount-proof.js';
import type { Profile } from '../model/profile.js';
import { suggestVetting } from '../profile/suggest-vetting.js';
import { chooseAmountCuts } from '../score/choose-amount-cuts.js';
import { scoreTable } from '../score/score-table.js';
import type { AccountSplit } from '../validate/account-split.js';
import { confirmAmounts } from '../validate/amount/confirm-amounts.js';
import { decideAmounts, isAmountProvable } from '../validate/amount/decide-amounts.js';
import { listRounds } from '../validate/list-rounds.js';
import { leakCautions } from './audit-accounts.js';
import { describeProfile } from './describe-profile.js';
import { guessMarket } from './guess-market.js';
import { type AmountData, learnAmountPart } from './learn-amount-part.js';
import { codeAccounts } from './learn-part.js';
import type { LearnedProfile, LearnOptions } from './learned-profile.js';
import type { PreparedAccounts } from './prepare-accounts.js';
import { noAmountsProven, type ProvenAmounts, proveAmountLearning } from './prove-amount-learning.js';
import { provenanceOf } from './provenance-of.js';
import { proxyCautions, usesCaution } from './sensitive-cautions.js';

/**
 * Learns how much accounts come to, and proves it on accounts that were held out, as `learnProfile` does for yes and no.
 * @throws AssayError USAGE for options that mean nothing here.
 */
export function learnAmountProfile(
  accounts: PreparedAccounts & { readonly amounts: Float64Array },
  options: LearnOptions & { readonly seed: number; readonly split: AccountSplit },
): LearnedProfile {
  const { cost, seed, split } = options;
  refuseBeliefs(options);
  const { best, labels, rowCount, amounts, raw } = accounts;
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const learned = { accounts: rowCount, positives, baseRate: positives / rowCount };
  const data: AmountData = { ...accounts, order: accounts.time, seed, length: options.card ?? 'fitting' };
  const proven = isAmountProvable(learned) ? proveAmountLearning(data, { ...options, split }) : noAmountsProven;
  const { verdict, reasons, help } = decideAmounts({ proof: proven.proof, learned });
  const holds = verdict === 'publishable' || verdict === 'ranked';
  options.onProgress?.('learning from all accounts');
  const findings = holds ? publish(data, { proven, cost, split }) : { criteria: [], segments: [], scorecard: null };
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const { cap, capped } = scaleAmounts(amounts);
  const amount: AmountFindings = {
    total,
    mean: total / rowCount,
    cap,
    capped,
    ...(cost === undefined ? {} : { cost }),
    proof: proven.proof,
    baselines: proven.baselines,
  };
  const profile: Profile = {
    assay: 1,
    name: options.name ?? `Ideal customer profile: ${best.outcome}`,
    market: options.market ?? guessMarket(accounts.attributes, accounts.raw.columns),
    description: describeProfile({ verdict, best, criteria: findings.criteria }),
    verdict,
    reasons,
    cautions: [
      ...leakCautions(accounts.leaks),
      ...accounts.cautions,
      ...usesCaution(accounts.attributes, findings.scorecard),
      ...proxyCautions(accounts.attributes, { card: findings.scorecard, proxies: accounts.proxies }),
      ...outdone(proven),
    ],
    ...(accounts.leaks.length === 0 ? {} : { leaks: accounts.leaks }),
    best,
    learned,
    attributes: accounts.attributes,
    ...findings,
    segmentsBy: { measure: 'value' },
    proof: null,
    baselines: [],
    amount,
    setAside: accounts.setAside,
    review: { every: 'quarter' },
    provenance: provenanceOf(accounts, options),
  };
  return { profile, help, notes: accounts.notes, quarantined: raw.quarantined };
}

function publish(
  data: AmountData,
  { proven, cost, split }: { proven: ProvenAmounts; cost: number | undefined; split: AccountSplit },
) {
  const { card, criteria, scale } = learnAmountPart(data);
  const points = scoreTable(card, data);
  const confirmed = criteria.map((criterion) => ({
    ...criterion,
    status: confirmAmounts(criterion, { rounds: proven.rounds, cap: scale.cap }),
  }));
  const mean = data.amounts.reduce((sum, amount) => sum + amount, 0) / data.rowCount;
  const [{ learnt, heldOut }] = listRounds(split);
  const segments = findValueSegments({
    coded: codeAccounts(data),
    columns: data.columns,
    labels: data.labels,
    values: data.amounts,
    isOutcome: true,
    discovery: learnt,
    confirmation: heldOut,
  });
  return {
    criteria: confirmed,
    vetting: suggestVetting(confirmed),
    segments,
    scorecard: { ...card, tierCuts: chooseAmountCuts(card, { points, mean, cost }) },
  };
}

/** Baselines that put more of the value into the best fifth. */
function outdone({ proof, baselines }: ProvenAmounts): string[] {
  if (proof === null) return [];
  const share = (value: number) => `${(100 * value).toFixed(0)} %`;
  return baselines
    .filter(({ shareTopFifth, deviance }) => {
      return shareTopFifth.estimate >= proof.shareTopFifth.estimate && deviance <= proof.deviance;
    })
    .map(
      ({ name, shareTopFifth }) =>
        `On the same accounts the ${name} does as well or better (its best fifth holds ${share(shareTopFifth.estimate)} of the value against ${share(proof.shareTopFifth.estimate)}); what the scorecard adds here is its reasons.`,
    );
}

function refuseBeliefs({ beliefs, cost }: LearnOptions): void {
  if (beliefs !== undefined) {
    throw new AssayError('USAGE', {
      detail: 'Beliefs are about yes and no; they cannot be held of amounts.',
      hint: 'Leave --beliefs out, or learn yes and no: --outcome COLUMN=top25% without --target.',
    });
  }
  if (cost !== undefined && !(cost > 0)) {
    throw new AssayError('USAGE', {
      detail: `--cost ${cost} is no cost.`,
      hint: 'Give what going after one account costs, above zero, in the unit of the amounts.',
    });
  }
}
