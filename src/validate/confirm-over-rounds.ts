import { matchTrait } from '../learn/match-trait.js';
import type { Criterion, Status } from '../model/criterion.js';
import type { Interval } from '../model/estimate.js';
import type { Column } from '../model/table.js';
import { liftInterval } from '../stats/lift-interval.js';

/** Criteria found without some accounts, and those accounts. */
export interface HeldOutRound {
  readonly criteria: readonly Criterion[];
  readonly heldOut: { readonly columns: readonly Column[]; readonly labels: Uint8Array };
}

/** How a criterion did on accounts that had no part in finding it. */
export interface Confirmation {
  readonly status: Extract<Status, 'observed' | 'validated' | 'refuted'>;
  /** Rounds in which the criterion was found again. */
  readonly rounds: number;
  readonly accounts: number;
  readonly positives: number;
  /** Null when no held-out account had the trait. */
  readonly lift: Interval | null;
}

/**
 * Confirms a criterion on held-out accounts: in every round the trait that was found *without* them, on the same
 * attribute and in the same direction, is counted in them, and the counts are added up. Validated: found in more than
 * half of the rounds and the interval of the pooled lift lies on the claimed side of 1; refuted: on the other side.
 */
export function confirmOverRounds(criterion: Criterion, rounds: readonly HeldOutRound[]): Confirmation {
  let [found, accounts, positives, totalAccounts, totalPositives] = [0, 0, 0, 0, 0];
  for (const { criteria, heldOut } of rounds) {
    const same = criteria.find((other) => isSameClaim(other, criterion));
    const column = heldOut.columns.find(({ name }) => name === criterion.trait.attribute);
    if (same === undefined || column === undefined) continue;
    found++;
    const matches = matchTrait(column, same.trait.condition);
    heldOut.labels.forEach((label, row) => {
      totalAccounts++;
      totalPositives += label;
      if (matches[row] !== 1) return;
      accounts++;
      positives += label;
    });
  }
  const lift = accounts === 0 ? null : liftInterval({ positives, accounts, totalPositives, totalAccounts });
  const side = lift === null ? 0 : lift.lower > 1 ? 1 : lift.upper < 1 ? -1 : 0;
  const claimed = claimOf(criterion);
  const isFoundAgain = found > rounds.length / 2;
  const status = side === claimed && isFoundAgain ? 'validated' : side === -claimed ? 'refuted' : 'observed';
  return { status, rounds: found, accounts, positives, lift };
}

/** Which side of 1 the criterion says its lift is on: that of its own counts, which its points may contradict (Simpson). */
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
