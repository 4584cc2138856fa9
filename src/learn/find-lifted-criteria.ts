import type { Criterion, Role } from '../model/criterion.js';
import type { Interval } from '../model/estimate.js';
import type { Scorecard, Term } from '../model/scorecard.js';
import type { Column } from '../model/table.js';
import { type AttributeAxis, cardAxis } from './attribute-axis.js';
import { chooseRows } from './choose-rows.js';
import type { AttributeGrid, CodedTable } from './grid.js';
import { matchTrait } from './match-trait.js';

/** Groups smaller than this are never published (M28). */
const smallestTrait = 11;
const falseDiscoveryRate = 0.05;
/** Half as much again, alone and with all else equal. */
const strongFactor = Math.log(1.5);
const mostDisqualified = 0.5;

/** What is told of the accounts with a trait. */
export interface TraitLift {
  readonly accounts: number;
  readonly positives: number;
  readonly lift: Interval;
  /** Against the accounts without the trait, as a logarithm. */
  readonly crude: number;
}

export interface LiftedInput {
  readonly coded: CodedTable;
  /** The short card, in whose rows traits are said. */
  readonly card: Scorecard;
  readonly columns: readonly Column[];
  /** q-value of each grid. */
  readonly qs: readonly number[];
  /** @param has 1 where an account has the trait. */
  readonly liftOf: (has: Uint8Array) => TraitLift;
  /** Whether a trait that counts against an account is reason enough to leave it. */
  readonly isOut: (of: TraitLift) => boolean;
}

/**
 * The lines of a profile whose lift is no ratio of rates: for each attribute of the card with q ≤ .05 the values whose accounts
 * stand above the others, and those that are reason enough to leave an account.
 * @returns strong, then nice, then disqualifiers; within each the most important first. All are `observed`.
 */
export function findLiftedCriteria(input: LiftedInput): Criterion[] {
  const { coded, card, columns, qs } = input;
  const found = coded.grids.flatMap((grid, g) => {
    const column = columns.find(({ name }) => name === grid.attribute);
    const at = card.terms.findIndex((term) => isTermOf(term, grid));
    if (column === undefined || at < 0 || qs[g] > falseDiscoveryRate) return [];
    return linesOf({ ...input, column, term: card.terms[at], typical: card.typical[at], q: qs[g] });
  });
  const order: readonly Role[] = ['must', 'strong', 'nice', 'disqualifier'];
  found.sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || importance(b) - importance(a));
  return found;
}

interface OneTerm extends LiftedInput {
  readonly column: Column;
  readonly term: Term;
  readonly typical: number;
  readonly q: number;
}

function linesOf(one: OneTerm): Criterion[] {
  const axis = cardAxis(one.term, one.column);
  const lines: Criterion[] = [];
  for (const direction of [1, -1] as const) {
    const chosen = chooseRows(
      {
        accounts: axis.rows.map(({ accounts }) => accounts),
        excess: axis.rows.map(({ points }) => (points ?? one.typical) - one.typical),
        isOrdered: axis.isOrdered,
        totalAccounts: one.coded.rowCount,
      },
      { direction, leastAccounts: Math.max(smallestTrait, 0.01 * one.coded.rowCount), admit: axis.isSayable },
    );
    const line = chosen === null ? null : lineOf(chosen, { ...one, axis, direction });
    if (line !== null) lines.push(line);
  }
  return lines;
}

function lineOf(
  chosen: readonly number[],
  {
    axis,
    direction,
    column,
    coded,
    q,
    card,
    term,
    typical,
    liftOf,
    isOut,
  }: OneTerm & { axis: AttributeAxis; direction: 1 | -1 },
): Criterion | null {
  const trait = { attribute: column.name, condition: axis.condition(chosen) };
  const has = matchTrait(column, trait.condition);
  const told = liftOf(has);
  const { lift, crude, ...counts } = told;
  if (counts.accounts < smallestTrait) return null;
  const { points, adjusted } = pointsOf(has, { axis, term, typical, perUnit: card.pointsPerLogit });
  const share = counts.accounts / coded.rowCount;
  const evidence = { ...counts, share, lift, q, crude, adjusted };
  const base = { trait, status: 'observed', points, evidence } as const;
  if (direction > 0) {
    if (!(lift.lower > 1) || points <= 0) return null;
    return { ...base, role: crude >= strongFactor && adjusted >= strongFactor ? 'strong' : 'nice' };
  }
  const isLeft = share <= mostDisqualified && adjusted <= -strongFactor && isOut(told);
  return isLeft ? { ...base, role: 'disqualifier' } : null;
}

/** Mean points with the trait against the typical account, and against the others as a logarithm. */
function pointsOf(
  has: Uint8Array,
  { axis, term, typical, perUnit }: { axis: AttributeAxis; term: Term; typical: number; perUnit: number },
) {
  const total = [0, 0];
  const count = [0, 0];
  for (let i = 0; i < has.length; i++) {
    const side = has[i] === 1 ? 1 : 0;
    const elsewhere = term.kind === 'category' && has[i] !== 255 ? term.other : term.missing;
    total[side] += axis.rowOf[i] < 0 ? elsewhere : (axis.rows[axis.rowOf[i]].points ?? 0);
    count[side]++;
  }
  const [without, having] = total.map((sum, side) => (count[side] === 0 ? 0 : sum / count[side]));
  return { points: Math.round((having - typical) * 10) / 10, adjusted: (having - without) / perUnit };
}

function importance({ evidence }: Criterion): number {
  return evidence === undefined ? 0 : Math.abs(evidence.adjusted) * Math.sqrt(evidence.share * (1 - evidence.share));
}

function isTermOf(term: Term, grid: AttributeGrid): boolean {
  return (
    term.attribute === grid.attribute &&
    term.kind === grid.kind &&
    (term.kind !== 'member' || (grid.kind === 'member' && term.member === grid.member))
  );
}
