import type { Criterion, Role } from '../../model/criterion.js';
import type { Scorecard, Term } from '../../model/scorecard.js';
import type { Column } from '../../model/table.js';
import { type AttributeAxis, cardAxis } from '../attribute-axis.js';
import { chooseRows } from '../choose-rows.js';
import type { AttributeGrid, CodedTable } from '../grid.js';
import { matchTrait } from '../match-trait.js';
import { amountLift } from './amount-lift.js';
import { testAmounts } from './test-amounts.js';

/** Groups smaller than this are never published (M28). */
const smallestTrait = 11;
const falseDiscoveryRate = 0.05;
/** Half as much again, alone and with all else equal. */
const strongFactor = Math.log(1.5);
/** At most a third of the average account, and surely at most half. */
const disqualifying = { estimate: 1 / 3, upper: 1 / 2 };
const mostDisqualified = 0.5;

export interface AmountCriteriaInput {
  readonly coded: CodedTable;
  readonly amounts: Float64Array;
  /** No amount counts for more than this. */
  readonly cap: number;
  /** The short card, in whose rows traits are said. */
  readonly card: Scorecard;
  readonly columns: readonly Column[];
}

/**
 * The lines of a profile of amounts: for each attribute of the card with q ≤ .05 the values whose accounts come to more, and
 * those that come to next to nothing. Lift is the mean amount with the trait over the mean of all.
 * @returns strong, then nice, then disqualifiers; within each the most important first. All are `observed`.
 */
export function findAmountCriteria(input: AmountCriteriaInput): Criterion[] {
  const { coded, card, columns, cap } = input;
  const amounts = input.amounts.map((amount) => Math.min(amount, cap));
  const tests = testAmounts({ coded, amounts });
  const found = coded.grids.flatMap((grid, g) => {
    const column = columns.find(({ name }) => name === grid.attribute);
    const at = card.terms.findIndex((term) => isTermOf(term, grid));
    if (column === undefined || at < 0 || tests[g].q > falseDiscoveryRate) return [];
    return linesOf({ column, term: card.terms[at], typical: card.typical[at], amounts, card, q: tests[g].q });
  });
  const order: readonly Role[] = ['must', 'strong', 'nice', 'disqualifier'];
  found.sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || importance(b) - importance(a));
  return found;
}

interface OneTerm {
  readonly column: Column;
  readonly term: Term;
  readonly typical: number;
  readonly amounts: Float64Array;
  readonly card: Scorecard;
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
        totalAccounts: one.amounts.length,
      },
      { direction, leastAccounts: Math.max(smallestTrait, 0.01 * one.amounts.length), admit: axis.isSayable },
    );
    const line = chosen === null ? null : lineOf(chosen, { ...one, axis, direction });
    if (line !== null) lines.push(line);
  }
  return lines;
}

function lineOf(
  chosen: readonly number[],
  { axis, direction, column, amounts, q, card, term, typical }: OneTerm & { axis: AttributeAxis; direction: 1 | -1 },
): Criterion | null {
  const trait = { attribute: column.name, condition: axis.condition(chosen) };
  const has = matchTrait(column, trait.condition);
  const { lift, crude, ...counts } = amountLift(has, amounts);
  if (counts.accounts < smallestTrait) return null;
  const { points, adjusted } = pointsOf(has, { axis, term, typical, perUnit: card.pointsPerLogit });
  const share = counts.accounts / amounts.length;
  const evidence = { ...counts, share, lift, q, crude, adjusted };
  const base = { trait, status: 'observed', points, evidence } as const;
  if (direction > 0) {
    if (!(lift.lower > 1) || points <= 0) return null;
    return { ...base, role: crude >= strongFactor && adjusted >= strongFactor ? 'strong' : 'nice' };
  }
  const isOut =
    share <= mostDisqualified &&
    lift.estimate <= disqualifying.estimate &&
    lift.upper <= disqualifying.upper &&
    adjusted <= -strongFactor;
  return isOut ? { ...base, role: 'disqualifier' } : null;
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
