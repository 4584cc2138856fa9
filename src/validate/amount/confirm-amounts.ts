import { amountLift } from '../../learn/amount/amount-lift.js';
import type { Criterion, Status } from '../../model/criterion.js';
import { confirmLifted, type HeldOutClaims } from '../confirm-lifted.js';

/** Criteria found without some accounts, and those accounts. */
export interface HeldOutAmounts extends HeldOutClaims {
  readonly heldOut: HeldOutClaims['heldOut'] & { readonly amounts: Float64Array };
}

/**
 * Confirms a criterion by what held-out accounts with its trait came to, over what all of them did.
 * @param cap no amount counts for more.
 */
export function confirmAmounts(
  criterion: Criterion,
  { rounds, cap }: { readonly rounds: readonly HeldOutAmounts[]; readonly cap: number },
): Extract<Status, 'observed' | 'validated' | 'refuted'> {
  return confirmLifted(criterion, {
    rounds,
    liftOf: (has, found) => {
      const amounts = found.flatMap(({ heldOut }) => Array.from(heldOut.amounts, (amount) => Math.min(amount, cap)));
      return amountLift(has, Float64Array.from(amounts));
    },
  });
}
