import { timeLift } from '../../learn/survival/time-lift.js';
import type { Criterion, Status } from '../../model/criterion.js';
import type { Durations } from '../../model/duration.js';
import { confirmLifted, type HeldOutClaims } from '../confirm-lifted.js';

/** Criteria found without some accounts, and those accounts. */
export interface HeldOutTimes extends HeldOutClaims {
  readonly heldOut: HeldOutClaims['heldOut'] & Durations;
}

/** Confirms a criterion by the share of held-out accounts with its trait that is kept after the horizon, over that of all. */
export function confirmTimes(
  criterion: Criterion,
  { rounds, horizon }: { readonly rounds: readonly HeldOutTimes[]; readonly horizon: number },
): Extract<Status, 'observed' | 'validated' | 'refuted'> {
  return confirmLifted(criterion, {
    rounds,
    liftOf: (has, found) => {
      const durations = Float64Array.from(found.flatMap(({ heldOut }) => Array.from(heldOut.durations)));
      const events = Uint8Array.from(found.flatMap(({ heldOut }) => Array.from(heldOut.events)));
      return timeLift({ durations, events }, horizon)(has);
    },
  });
}
