import { conjunctionMembers } from '../../learn/conjunction-members.js';
import type { CodedTable } from '../../learn/grid.js';
import type { Criterion } from '../../model/criterion.js';
import type { Refound } from '../../model/refound.js';
import type { Segment } from '../../model/segment.js';
import type { Column } from '../../model/table.js';
import type { Trait } from '../../model/trait.js';
import { agreeOverParts, type Parts, type PartsAgreement } from './agree-over-parts.js';
import { redrawCriteria } from './redraw-criteria.js';
import { redrawSegments } from './redraw-segments.js';

export interface StabilityRequest {
  readonly coded: CodedTable;
  readonly columns: readonly Column[];
  /** 1 where the account had the outcome. */
  readonly labels: Uint8Array;
  readonly criteria: readonly Criterion[];
  readonly segments: readonly Segment[];
  /** The rows in which the segments were found. */
  readonly discovery: Int32Array;
  readonly periods: Parts | null;
  readonly sources: Parts | null;
  readonly seed: number;
}

export const stabilityDraws = 100;
/** Found again in fewer draws than this a statement is a hypothesis: at this border z is about 2.5 where 2 is asked for. */
export const leastRefound = 0.7;
/** Parts, of at least three, in which the effect must point the same way. */
const leastSame = 0.6;
const leastParts = 3;

/**
 * Every criterion and segment with how often it is found again, in accounts drawn anew, by period and by source. One that
 * is not found often enough, or that points clearly the other way in a period or source, becomes a hypothesis, and says why.
 */
export function judgeStability(request: StabilityRequest): { criteria: Criterion[]; segments: Segment[] } {
  const { columns, labels, criteria, segments, discovery, seed } = request;
  const draws = stabilityDraws;
  const shares = redrawCriteria({ ...request, draws });
  const segmentShares = redrawSegments({ columns, labels, rows: discovery, segments, draws, seed: seed + 1 });
  return {
    criteria: criteria.map((criterion, i) => {
      const { evidence } = criterion;
      if (evidence === undefined || Number.isNaN(shares[i])) return criterion;
      const side = evidence.lift.estimate < 1 ? -1 : 1;
      const found = agreement([criterion.trait], { ...request, side, share: shares[i] });
      return { ...criterion, evidence: { ...evidence, refound: found.refound }, ...demoted(criterion, found.why) };
    }),
    segments: segments.map((segment, i) => {
      if (Number.isNaN(segmentShares[i])) return segment;
      const side = segment.lift.estimate < 1 ? -1 : 1;
      const found = agreement(segment.traits, { ...request, side, share: segmentShares[i] });
      return { ...segment, refound: found.refound, ...demoted(segment, found.why) };
    }),
  };
}

function demoted(
  { status, note }: Pick<Criterion, 'status' | 'note'>,
  why: string,
): Partial<Pick<Criterion, 'status' | 'note'>> {
  if (why === '' || status === 'refuted') return {};
  return { status: 'hypothesis', note: note === undefined ? why : `${note} ${why}` };
}

function agreement(
  traits: readonly Trait[],
  { columns, labels, periods, sources, side, share }: StabilityRequest & { side: 1 | -1; share: number },
): { refound: Refound; why: string } {
  const has = conjunctionMembers(traits, { columns, rowCount: labels.length });
  const over = (parts: Parts | null) =>
    parts === null || has === null || traits.some(({ attribute }) => attribute === parts.by)
      ? null
      : agreeOverParts(has, { labels, side, parts });
  const [byPeriod, bySource] = [over(periods), over(sources)];
  const refound: Refound = {
    share,
    draws: stabilityDraws,
    ...(byPeriod === null ? {} : { periods: told(byPeriod) }),
    ...(bySource === null ? {} : { sources: told(bySource) }),
  };
  const reasons = [
    ...(share < leastRefound
      ? [`found again in ${Math.round(share * stabilityDraws)} of ${stabilityDraws} draws of the accounts`]
      : []),
    ...why(byPeriod, 'periods'),
    ...why(bySource, 'sources'),
  ];
  return { refound, why: reasons.length === 0 ? '' : `Not stable: ${reasons.join('; ')}.` };
}

function told({ same, of, by }: PartsAgreement): { same: number; of: number; by: string } {
  return { same, of, by };
}

function why(parts: PartsAgreement | null, what: string): string[] {
  if (parts === null) return [];
  const isRare = parts.of >= leastParts && parts.same / parts.of < leastSame;
  if (!isRare && !parts.isOpposed) return [];
  const opposed = parts.isOpposed ? ', and clearly the other way in one' : '';
  return [`the same way in ${parts.same} of ${parts.of} ${what} (${parts.by})${opposed}`];
}
