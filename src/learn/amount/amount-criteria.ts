import type { Criterion } from '../../model/criterion.js';
import type { Scorecard } from '../../model/scorecard.js';
import type { Column } from '../../model/table.js';
import { findLiftedCriteria } from '../find-lifted-criteria.js';
import type { CodedTable } from '../grid.js';
import { amountLift } from './amount-lift.js';
import { testAmounts } from './test-amounts.js';

/** At most a third of the average account, and surely at most half. */
const disqualifying = { estimate: 1 / 3, upper: 1 / 2 };

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
 */
export function findAmountCriteria(input: AmountCriteriaInput): Criterion[] {
  const amounts = input.amounts.map((amount) => Math.min(amount, input.cap));
  return findLiftedCriteria({
    ...input,
    qs: testAmounts({ coded: input.coded, amounts }).map(({ q }) => q),
    liftOf: (has) => amountLift(has, amounts),
    isOut: ({ lift }) => lift.estimate <= disqualifying.estimate && lift.upper <= disqualifying.upper,
  });
}
