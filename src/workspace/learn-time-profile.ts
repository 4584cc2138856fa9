import { AssayError } from '../errors.js';
import { chooseHorizon } from '../learn/survival/choose-horizon.js';
import type { Durations } from '../model/duration.js';
import type { Profile } from '../model/profile.js';
import type { Scorecard } from '../model/scorecard.js';
import { tiers } from '../model/scorecard.js';
import type { KeptPoint, TimeFindings, TimeTier } from '../model/time-proof.js';
import { suggestVetting } from '../profile/suggest-vetting.js';
import { chooseTimeCuts } from '../score/choose-time-cuts.js';
import { keptUntil } from '../score/kept-after.js';
import { scoreTable } from '../score/score-table.js';
import { kaplanMeier, type SurvivalCurve } from '../stats/kaplan-meier.js';
import { keptShare } from '../stats/kept-share.js';
import { medianDuration } from '../stats/median-duration.js';
import type { AccountSplit } from '../validate/account-split.js';
import { confirmTimes } from '../validate/survival/confirm-times.js';
import { decideTimes, isTimeProvable } from '../validate/survival/decide-times.js';
import { leakCautions } from './audit-accounts.js';
import { describeProfile } from './describe-profile.js';
import { guessMarket } from './guess-market.js';
import { learnTimePart, type TimeData } from './learn-time-part.js';
import type { LearnedProfile, LearnOptions } from './learned-profile.js';
import type { PreparedAccounts } from './prepare-accounts.js';
import { noTimesProven, type ProvenTimes, proveTimeLearning } from './prove-time-learning.js';
import { provenanceOf } from './provenance-of.js';
import { proxyCautions, usesCaution } from './sensitive-cautions.js';

/**
 * Learns how long accounts last, and proves it on accounts that were held out, as `learnProfile` does for yes and no.
 * @throws AssayError USAGE for options that mean nothing here.
 */
export function learnTimeProfile(
  accounts: PreparedAccounts & { readonly watched: Durations },
  options: LearnOptions & { readonly seed: number; readonly split: AccountSplit },
): LearnedProfile {
  refuseOthers(options);
  const { seed, split } = options;
  const { best, labels, rowCount, watched, raw } = accounts;
  const horizon = horizonOf(options.survival?.horizon, watched);
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const learned = { accounts: rowCount, positives, baseRate: positives / rowCount };
  const data: TimeData = {
    ...accounts,
    ...watched,
    horizon,
    order: accounts.time,
    seed,
    length: options.card ?? 'fitting',
  };
  const proven = isTimeProvable(learned) ? proveTimeLearning(data, { ...options, split }) : noTimesProven;
  const { verdict, reasons, help } = decideTimes({ proof: proven.proof, learned });
  const holds = verdict === 'publishable' || verdict === 'ranked';
  options.onProgress?.('learning from all accounts');
  const curve = kaplanMeier(watched);
  const findings = holds ? publish(data, { proven, curve }) : { criteria: [], segments: [], scorecard: null };
  const time: TimeFindings = {
    horizon,
    followed: curve.followed,
    kept: keptShare(curve, horizon),
    median: medianDuration(curve),
    curve: pointsOf(curve, horizon),
    tiers: findings.scorecard === null ? [] : tiersOf(findings.scorecard, { proven, horizon }),
    proof: proven.proof,
    baselines: proven.baselines,
  };
  const profile: Profile = {
    assay: 1,
    name: options.name ?? `Ideal customer profile: ${best.description}`,
    market: options.market ?? guessMarket(accounts.attributes),
    description: describeProfile({ verdict, best, criteria: findings.criteria }),
    verdict,
    reasons,
    cautions: [
      ...leakCautions(accounts.leaks),
      ...accounts.cautions,
      ...usesCaution(accounts.attributes, findings.scorecard),
      ...proxyCautions(accounts.attributes, { card: findings.scorecard, proxies: accounts.proxies }),
      ...(holds ? outdone(proven) : []),
    ],
    ...(accounts.leaks.length === 0 ? {} : { leaks: accounts.leaks }),
    best,
    learned,
    attributes: accounts.attributes,
    ...findings,
    proof: null,
    baselines: [],
    time,
    setAside: accounts.setAside,
    review: { every: 'quarter' },
    provenance: provenanceOf(accounts, options),
  };
  return { profile, help, notes: accounts.notes, quarantined: raw.quarantined };
}

function publish(data: TimeData, { proven, curve }: { proven: ProvenTimes; curve: SurvivalCurve }) {
  const part = learnTimePart(data);
  if (part === null) return { criteria: [], segments: [], scorecard: null };
  const { card, criteria } = part;
  const { horizon } = data;
  const points = scoreTable(card, data);
  const confirmed = criteria.map((criterion) => ({
    ...criterion,
    status: confirmTimes(criterion, { rounds: proven.rounds, horizon }),
  }));
  const kept = keptShare(curve, horizon).estimate;
  const scorecard: Scorecard = { ...card, tierCuts: chooseTimeCuts(card, { points, kept }) };
  return { criteria: confirmed, vetting: suggestVetting(confirmed), segments: [], scorecard };
}

/** What held-out accounts did, by the tier that cards which had not seen them put them into. */
function tiersOf(card: Scorecard, { proven, horizon }: { proven: ProvenTimes; horizon: number }): TimeTier[] {
  const { tierCuts } = card;
  const { heldOut } = proven;
  if (tierCuts === null || heldOut === null) return [];
  const at = (points: number) => keptUntil(card, { points, times: [horizon] })[0];
  const [ideal, stretch] = [at(tierCuts.ideal), at(tierCuts.stretch)];
  const tierOf = (share: number) => (share >= ideal ? 'ideal' : share >= stretch ? 'stretch' : 'bad');
  return tiers.map((tier) => {
    const rows = Int32Array.from(heldOut.expected, (_, row) => row).filter(
      (row) => tierOf(heldOut.expected[row]) === tier,
    );
    const curve = kaplanMeier(heldOut, rows);
    return {
      tier,
      accounts: rows.length,
      ended: rows.reduce((sum, row) => sum + heldOut.events[row], 0),
      kept: keptShare(curve, horizon),
      median: medianDuration(curve),
    };
  });
}

const mostPoints = 24;

/** Some steps of the curve, the horizon's among them. */
function pointsOf(curve: SurvivalCurve, horizon: number): KeptPoint[] {
  const { times, atRisk } = curve;
  const stride = Math.max(1, Math.ceil(times.length / mostPoints));
  const last = times.findLastIndex((time) => time <= horizon);
  return [...times.keys()]
    .filter((k) => k % stride === 0 || k === last || k === times.length - 1)
    .map((k) => ({ time: times[k], atRisk: atRisk[k], kept: keptShare(curve, times[k]) }));
}

/** Baselines that order as well and foretell as well. */
function outdone({ proof, baselines }: ProvenTimes): string[] {
  if (proof === null) return [];
  return baselines
    .filter(({ concordance, brier }) => concordance.estimate >= proof.concordance.estimate && brier <= proof.brier)
    .map(
      ({ name, concordance }) =>
        `On the same accounts the ${name} does as well or better (concordance ${concordance.estimate.toFixed(3)} against ${proof.concordance.estimate.toFixed(3)}); what the scorecard adds here is its reasons.`,
    );
}

function horizonOf(asked: number | undefined, watched: Durations): number {
  if (asked === undefined) return chooseHorizon(watched);
  const longest = watched.durations.reduce((most, value) => Math.max(most, value), 0);
  if (asked > 0 && asked <= longest) return asked;
  throw new AssayError('USAGE', {
    detail: `--horizon ${asked}: nobody was watched for so long; the longest is ${longest} periods.`,
    hint: 'Give a number of periods above zero that some accounts have outlasted.',
  });
}

function refuseOthers({ beliefs, cost }: LearnOptions): void {
  if (beliefs !== undefined) {
    throw new AssayError('USAGE', {
      detail: 'Beliefs are about yes and no; they cannot be held of time.',
      hint: 'Leave --beliefs out, or learn yes and no: --outcome COLUMN=VALUE without --target.',
    });
  }
  if (cost !== undefined) {
    throw new AssayError('USAGE', {
      detail: '--cost is compared with expected amounts, and what is learnt here is time.',
      hint: 'Leave --cost out.',
    });
  }
}
