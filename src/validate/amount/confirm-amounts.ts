import { amountLift } from '../../learn/amount/amount-lift.js';
import { matchTrait } from '../../learn/match-trait.js';
import type { Criterion, Status } from '../../model/criterion.js';
import type { Column } from '../../model/table.js';

/** Criteria found without some accounts, and those accounts. */
export interface HeldOutAmounts {
  readonly criteria: readonly Criterion[];
  readonly heldOut: { readonly columns: readonly Column[]; readonly amounts: Float64Array };
}

/**
 * Confirms a criterion on held-out accounts: in every round the trait that was found *without* them, on the same attribute
 * and in the same direction, is matched in them, and all are taken together. Validated: found in more than half of
 * the rounds and the interval of the pooled lift lies on the claimed side of 1; refuted: on the other side.
 * @param cap no amount counts for more.
 */
export function confirmAmounts(
  criterion: Criterion,
  { rounds, cap }: { readonly rounds: readonly HeldOutAmounts[]; readonly cap: number },
): Extract<Status, 'observed' | 'validated' | 'refuted'> {
  const has: number[] = [];
  const amounts: number[] = [];
  let found = 0;
  for (const { criteria, heldOut } of rounds) {
    const same = criteria.find((other) => isSameClaim(other, criterion));
    const column = heldOut.columns.find(({ name }) => name === criterion.trait.attribute);
    if (same === undefined || column === undefined) continue;
    found++;
    for (const match of matchTrait(column, same.trait.condition)) has.push(match);
    for (const amount of heldOut.amounts) amounts.push(Math.min(amount, cap));
  }
  const { lift, accounts } = amountLift(Uint8Array.from(has), Float64Array.from(amounts));
  if (accounts === 0) return 'observed';
  const side = lift.lower > 1 ? 1 : lift.upper < 1 ? -1 : 0;
  const claimed = claimOf(criterion);
  if (side === -claimed) return 'refuted';
  return side === claimed && found > rounds.length / 2 ? 'validated' : 'observed';
}

function claimOf({ role, evidence }: Criterion): 1 | -1 {
  if (evidence !== undefined) return evidence.lift.estimate < 1 ? -1 : 1;
  return role === 'disqualifier' ? -1 : 1;
}

function isSameClaim(a: Criterion, b: Criterion): boolean {
  return a.trait.attribute === b.trait.attribute && claimOf(a) === claimOf(b) && memberOf(a) === memberOf(b);
}

function memberOf({ trait: { condition } }: Criterion): string | null {
  return condition.kind === 'includes' || condition.kind === 'excludes' ? condition.member : null;
}
