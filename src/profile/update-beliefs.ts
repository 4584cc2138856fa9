import { matchTrait, unknownMatch } from '../learn/match-trait.js';
import type { Criterion } from '../model/criterion.js';
import type { Interval } from '../model/estimate.js';
import type { Profile } from '../model/profile.js';
import type { Column } from '../model/table.js';
import { adjustBenjaminiHochberg } from '../stats/adjust-benjamini-hochberg.js';
import { fisherExact } from '../stats/fisher-exact.js';
import { liftInterval } from '../stats/lift-interval.js';
import { adjustEffects } from './adjust-effects.js';
import { effectOf, pointsPerLogit, priorEffectOf } from './compile-beliefs.js';
import { roundMeasured } from './round-measured.js';
import { type OutcomeCounts, updateBelief } from './update-belief.js';

/**
 * The profile with every belief weighed against outcomes: status, posterior, evidence and points of the lines that
 * carry one; the other lines and the scorecard stay. Always from the belief as it was first held and all outcomes so
 * far, so that the same call twice gives the same. A line whose attribute no column knows stays as it is.
 * @param from `columns` of the accounts; `labels` for each 1 had the outcome, 0 had it not, 255 not known yet.
 */
export function updateBeliefs(
  profile: Profile,
  { columns, labels }: { readonly columns: readonly Column[]; readonly labels: Uint8Array },
): Profile {
  const tested = profile.criteria.flatMap((criterion) => {
    const column = columns.find(({ name }) => name === criterion.trait.attribute);
    if (criterion.belief === undefined || column === undefined) return [];
    const match = matchTrait(column, criterion.trait.condition);
    return [{ criterion, match, ...countSides(match, labels) }];
  });
  const adjusted = adjustEffects(
    tested.map(({ match }) => match),
    labels,
  );
  const q = adjustBenjaminiHochberg(tested.map(pValue));
  const updated = new Map(
    tested.map((line, i) => [line.criterion, updateCriterion(line, { adjusted: adjusted[i], q: q[i] })]),
  );
  const known = countKnown(labels);
  return {
    ...profile,
    learned: { ...known, baseRate: known.accounts === 0 ? 0 : known.positives / known.accounts },
    criteria: profile.criteria.map((criterion) => updated.get(criterion) ?? criterion),
  };
}

interface Tested {
  readonly criterion: Criterion;
  readonly withTrait: OutcomeCounts;
  readonly without: OutcomeCounts;
}

function updateCriterion(
  { criterion, withTrait, without }: Tested,
  { adjusted, q }: { adjusted: number; q: number },
): Criterion {
  const { role, belief } = criterion;
  if (belief === undefined) return criterion;
  const { strength } = belief;
  // Said in the document from here on, so that what was believed stands beside what came of it.
  const held = { strength, effect: priorEffectOf(criterion) };
  const { data, status, ...found } = updateBelief({ priorEffect: held.effect, strength, withTrait, without });
  const posterior = asWritten(found.posterior);
  if (data === null) {
    const { evidence: _, ...rest } = criterion;
    const { posterior: _posterior, ...first } = belief;
    return { ...rest, status, belief: first, points: pointsOf({ role, belief: first }) };
  }
  const totals = {
    totalAccounts: withTrait.accounts + without.accounts,
    totalPositives: withTrait.positives + without.positives,
  };
  return {
    ...criterion,
    status,
    belief: { ...held, posterior },
    points: pointsOf({ role, belief: { ...held, posterior } }),
    evidence: {
      ...withTrait,
      share: withTrait.accounts / totals.totalAccounts,
      lift: liftInterval({ ...withTrait, ...totals }),
      q,
      crude: data.estimate,
      adjusted,
    },
  };
}

/** As the document states it: points must not change by being written and read. */
function asWritten({ estimate, lower, upper }: Interval): Interval {
  return { estimate: roundMeasured(estimate), lower: roundMeasured(lower), upper: roundMeasured(upper) };
}

function pointsOf(line: Pick<Criterion, 'role' | 'belief'>): number {
  return Math.round(pointsPerLogit * effectOf(line));
}

function countSides(match: Uint8Array, labels: Uint8Array): { withTrait: OutcomeCounts; without: OutcomeCounts } {
  const accounts = [0, 0];
  const positives = [0, 0];
  for (let row = 0; row < match.length; row++) {
    if (match[row] === unknownMatch || labels[row] > 1) continue;
    accounts[match[row]]++;
    positives[match[row]] += labels[row];
  }
  return {
    withTrait: { accounts: accounts[1], positives: positives[1] },
    without: { accounts: accounts[0], positives: positives[0] },
  };
}

function countKnown(labels: Uint8Array): OutcomeCounts {
  const known = labels.filter((label) => label <= 1);
  return { accounts: known.length, positives: known.reduce((sum, label) => sum + label, 0) };
}

function pValue({ withTrait, without }: Tested): number {
  const { accounts, positives } = withTrait;
  return fisherExact({ accounts, positives, otherAccounts: without.accounts, otherPositives: without.positives })
    .twoSided;
}
