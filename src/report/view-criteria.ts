import { nameSegment } from '../learn/name-segment.js';
import type { Criterion, Role, Status } from '../model/criterion.js';
import type { Interval } from '../model/estimate.js';
import type { Profile } from '../model/profile.js';
import type { Segment, SegmentMeasure, SegmentValue } from '../model/segment.js';
import { formatTrait } from '../model/trait-text.js';
import { priorEffectOf } from '../profile/compile-beliefs.js';
import {
  formatCount,
  formatLift,
  formatLiftRange,
  formatPoints,
  formatQ,
  formatShare,
  noNumber,
} from './format-number.js';
import type { CriterionGroup, CriterionRow, Measure, SegmentRow, Standing } from './profile-view.js';
import { formatAmount } from './view-amount.js';
import { viewRefound } from './view-audit.js';

type Groups = Record<'best' | 'avoid' | 'turned' | 'beliefs' | 'refuted' | 'weighed', CriterionGroup>;

/** Criteria sorted into those that speak for, against, one way by lift and the other by points, are only believed, refuted, or weighed. */
export function viewCriteria(profile: Profile, standing: Standing): Groups {
  const rows = (group: keyof Groups): CriterionRow[] =>
    profile.criteria
      .filter((criterion) => groupOf(criterion, standing) === group)
      .sort(group === 'weighed' ? byStatus : byWeight)
      .map((criterion) => viewCriterion(criterion, standing));
  return {
    best: { title: bestTitle[standing], rows: rows('best') },
    avoid: { title: standing === 'refused' ? 'Seen against, but not proven' : 'Who to avoid', rows: rows('avoid') },
    turned: { title: 'Looks one way, counts the other', rows: rows('turned') },
    beliefs: { title: 'Believed, not yet tested', rows: rows('beliefs') },
    refuted: { title: 'Refuted by the data', rows: rows('refuted') },
    weighed: { title: 'What the outcomes say of each belief', rows: rows('weighed') },
  };
}

export function viewSegment(
  segment: Segment,
  {
    standing,
    measure,
    isAmount,
  }: { readonly standing: Standing; readonly measure: SegmentMeasure; readonly isAmount: boolean },
): SegmentRow {
  const measured = (of: Pick<Segment, 'lift' | 'value'>) =>
    viewLift(measure === 'value' && of.value !== undefined ? of.value.ratio : of.lift);
  const traits = segment.traits.map(formatTrait).join(' and ');
  const { heldOut } = segment;
  const name = segment.name || traits;
  const lift = claimsLift(standing) ? measured(segment) : null;
  const isAvoid = lift !== null && lift.interval.estimate < 1;
  return {
    name,
    title: isAvoid ? `avoid: ${name}` : name,
    isAvoid,
    // A name that was made from the traits says them already.
    traits: segment.name === traits || segment.name === nameSegment(segment.traits) ? '' : traits,
    status: segment.status,
    accounts: formatCount(segment.accounts),
    share: formatShare(segment.share),
    rate: isAmount ? '' : formatShare(segment.positives / segment.accounts),
    overlap: segment.overlap === undefined ? '' : formatShare(segment.overlap),
    refound: viewRefound(segment.refound),
    note: segment.note ?? '',
    value: viewValue(segment.value),
    lift,
    heldOut: heldOut
      ? {
          accounts: formatCount(heldOut.accounts),
          lift: measured(heldOut),
          p: formatQ(heldOut.p),
          value: viewValue(heldOut.value),
        }
      : null,
  };
}

function viewValue(value: SegmentValue | undefined): string {
  if (value === undefined) return '';
  return `${formatAmount(value.mean)} (${formatLift(value.ratio)}, ${formatLiftRange(value.ratio)})`;
}

export function viewLift(lift: Interval): Measure {
  return { text: formatLift(lift), range: formatLiftRange(lift), interval: lift };
}

export const roleNames: Record<Role, string> = {
  must: 'must have',
  strong: 'strong',
  nice: 'nice to have',
  disqualifier: 'disqualifier',
};

const bestTitle: Record<Standing, string> = {
  publishable: 'Who the best are',
  ranked: 'Who the best are',
  description: 'What they have in common',
  refused: 'Seen, but not proven',
  hypotheses: 'Who the best are',
  weighed: 'Who the best are',
};

/** With winners only, every rate is one: a lift there would be a number without a meaning. */
function claimsLift(standing: Standing): boolean {
  return standing !== 'description';
}

function groupOf(criterion: Criterion, standing: Standing): keyof Groups {
  if (standing === 'weighed' && criterion.belief) return 'weighed';
  if (criterion.status === 'refuted') return 'refuted';
  // What was counted, but is not found again often enough, stands where its lift points, with its status and the reason.
  if (criterion.status === 'hypothesis' && (criterion.belief || !criterion.evidence)) return 'beliefs';
  if (criterion.role === 'disqualifier') return 'avoid';
  if (criterion.role === 'must' || !claimsLift(standing)) return 'best';
  if (isTurned(criterion)) return 'turned';
  return countsAgainst(criterion) ? 'avoid' : 'best';
}

/** Not a disqualifier, but lift and points agree that it speaks against an account: only documents written by hand have such. */
function countsAgainst({ evidence }: Criterion): boolean {
  return evidence !== undefined && evidence.lift.estimate < 1;
}

/** The points, which go by all attributes together, contradict the lift, which looks at the trait alone. */
function isTurned({ evidence, points }: Criterion): boolean {
  if (evidence === undefined || points === undefined) return false;
  return evidence.lift.estimate < 1 ? points > 0 : evidence.lift.estimate > 1 && points < 0;
}

function viewCriterion(criterion: Criterion, standing: Standing): CriterionRow {
  const { evidence, belief, points } = criterion;
  return {
    trait: formatTrait(criterion.trait),
    role: groupOf(criterion, standing) === 'avoid' ? avoidRole(criterion) : roleNames[criterion.role],
    status: criterion.status,
    lift: evidence && claimsLift(standing) ? viewLift(evidence.lift) : null,
    accounts: evidence ? formatCount(evidence.accounts) : noNumber,
    share: evidence ? formatShare(evidence.share) : noNumber,
    rate: evidence && claimsLift(standing) ? formatShare(evidence.positives / evidence.accounts) : noNumber,
    q: evidence && claimsLift(standing) ? formatQ(evidence.q) : noNumber,
    points: points === undefined ? noNumber : formatPoints(points),
    belief: belief ? `${formatCount(belief.strength)} observation${belief.strength === 1 ? '' : 's'}` : '',
    ...viewOdds(criterion),
    turn: groupOf(criterion, standing) === 'turned' ? turnOf(criterion) : '',
    note: [criterion.note, reversal(criterion)].filter(Boolean).join(' '),
    refound: viewRefound(evidence?.refound),
  };
}

/** What was believed of the odds, and what outcomes have made of it. */
function viewOdds({ role, belief }: Criterion): Pick<CriterionRow, 'before' | 'after'> {
  if (belief === undefined) return { before: '', after: null };
  const odds = (logOdds: number) => Math.exp(Math.max(-20, Math.min(20, logOdds)));
  const prior = odds(priorEffectOf({ role, belief }));
  const { posterior } = belief;
  return {
    before: formatLift({ estimate: prior, lower: prior, upper: prior + 1 }),
    after:
      posterior === undefined
        ? null
        : viewLift({
            estimate: odds(posterior.estimate),
            lower: odds(posterior.lower),
            upper: odds(posterior.upper),
          }),
  };
}

function avoidRole({ role }: Criterion): string {
  return role === 'disqualifier' ? roleNames.disqualifier : 'counts against';
}

function turnOf({ points }: Criterion): string {
  return `with all else equal: ${(points ?? 0) > 0 ? 'for' : 'against'}`;
}

/** Simpson's paradox: alone the trait points one way, with all else equal the other way; said unless the note says it. */
function reversal({ evidence, note }: Criterion): string {
  if (
    !evidence ||
    note?.startsWith("Simpson's paradox") ||
    Math.min(Math.abs(evidence.crude), Math.abs(evidence.adjusted)) < 0.1
  )
    return '';
  if (evidence.crude > 0 === evidence.adjusted > 0) return '';
  return evidence.crude > 0
    ? 'Careful: with all else equal it speaks against an account (Simpson’s paradox).'
    : 'Careful: with all else equal it speaks for an account (Simpson’s paradox).';
}

const roleRank: Record<Role, number> = { disqualifier: 0, must: 1, strong: 2, nice: 3 };

function byWeight(a: Criterion, b: Criterion): number {
  return (
    rankOf(a) - rankOf(b) ||
    Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0) ||
    strength(b) - strength(a) ||
    (formatTrait(a.trait) < formatTrait(b.trait) ? -1 : 1)
  );
}

const statusRank: Record<Status, number> = { validated: 0, observed: 1, hypothesis: 2, refuted: 3 };

/** What holds stands first, what does not hold last. */
function byStatus(a: Criterion, b: Criterion): number {
  return statusRank[a.status] - statusRank[b.status] || byWeight(a, b);
}

/** Hypotheses stand last. Among those to avoid the disqualifiers stand first; among beliefs they stand last. */
function rankOf({ role, status }: Criterion): number {
  if (status !== 'hypothesis') return roleRank[role];
  return role === 'disqualifier' ? 9 : 4 + roleRank[role];
}

function strength({ evidence, belief }: Criterion): number {
  const distance = evidence ? Math.abs(Math.log(evidence.lift.estimate)) : (belief?.strength ?? 0);
  return Number.isFinite(distance) ? distance : Number.MAX_VALUE;
}
