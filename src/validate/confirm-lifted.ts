import { matchTrait } from '../learn/match-trait.js';
import type { Criterion, Status } from '../model/criterion.js';
import type { Interval } from '../model/estimate.js';
import type { Column } from '../model/table.js';

/** Criteria found without some accounts, and those accounts. */
export interface HeldOutClaims {
  readonly criteria: readonly Criterion[];
  readonly heldOut: { readonly columns: readonly Column[] };
}

/**
 * Confirms a criterion on held-out accounts: in every round the trait that was found *without* them, on the same attribute
 * and in the same direction, is matched in them, and all are taken together. Validated: found in more than half of
 * the rounds and the interval of the pooled lift lies on the claimed side of 1; refuted: on the other side.
 * @param of `liftOf`: the lift of the accounts that have the trait, over the rounds (by number) in which it was found.
 */
export function confirmLifted<R extends HeldOutClaims>(
  criterion: Criterion,
  of: {
    readonly rounds: readonly R[];
    readonly liftOf: (has: Uint8Array, rounds: readonly R[]) => { readonly lift: Interval; readonly accounts: number };
  },
): Extract<Status, 'observed' | 'validated' | 'refuted'> {
  const has: number[] = [];
  const found: R[] = [];
  for (const round of of.rounds) {
    const same = round.criteria.find((other) => isSameClaim(other, criterion));
    const column = round.heldOut.columns.find(({ name }) => name === criterion.trait.attribute);
    if (same === undefined || column === undefined) continue;
    found.push(round);
    for (const match of matchTrait(column, same.trait.condition)) has.push(match);
  }
  if (found.length === 0) return 'observed';
  const { lift, accounts } = of.liftOf(Uint8Array.from(has), found);
  if (accounts === 0) return 'observed';
  const side = lift.lower > 1 ? 1 : lift.upper < 1 ? -1 : 0;
  const claimed = claimOf(criterion);
  if (side === -claimed) return 'refuted';
  return side === claimed && found.length > of.rounds.length / 2 ? 'validated' : 'observed';
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
