import type { Criterion } from '../../model/criterion.js';
import type { Durations } from '../../model/duration.js';
import type { Scorecard } from '../../model/scorecard.js';
import type { Column } from '../../model/table.js';
import { findLiftedCriteria } from '../find-lifted-criteria.js';
import type { CodedTable } from '../grid.js';
import { testTimes } from './test-times.js';
import { timeLift } from './time-lift.js';

/** Surely at most three quarters as many are kept as of all, and ends come at least twice as fast as among the others. */
const disqualifying = { upper: 3 / 4, pace: Math.log(2) };

/**
 * The lines of a profile of time: for each attribute of the card with q ≤ .05 the values whose accounts last longer, and those
 * whose accounts leave much sooner. Lift is the share kept after the horizon with the trait over that of all.
 */
export function findTimeCriteria(
  input: Durations & {
    readonly coded: CodedTable;
    readonly horizon: number;
    /** The short card, in whose rows traits are said. */
    readonly card: Scorecard;
    readonly columns: readonly Column[];
  },
): Criterion[] {
  return findLiftedCriteria({
    ...input,
    qs: testTimes(input).map(({ q }) => q),
    liftOf: timeLift(input, input.horizon),
    isOut: ({ lift, crude }) => lift.upper <= disqualifying.upper && crude <= -disqualifying.pace,
  });
}
