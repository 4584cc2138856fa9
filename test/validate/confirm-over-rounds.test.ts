import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../src/model/criterion.js';
import type { Column } from '../../src/model/table.js';
import { confirmOverRounds } from '../../src/validate/confirm-over-rounds.js';

const plan = (values: readonly string[], role: Criterion['role'] = 'strong'): Criterion => ({
  trait: { attribute: 'plan', condition: { kind: 'in', values } },
  role,
  status: 'observed',
});

/** 60 accounts with plan Team and 140 without, of which so many had the outcome. */
function heldOut(withTrait: number, without: number) {
  const codes = Int32Array.from({ length: 200 }, (_, row) => (row < 60 ? 0 : 1));
  const columns: Column[] = [{ type: 'category', name: 'plan', codes, labels: ['Team', 'Solo'] }];
  const labels = Uint8Array.from(codes, (code, row) => Number(code === 0 ? row < withTrait : row - 60 < without));
  return { columns, labels };
}

describe('confirmOverRounds', () => {
  it('adds up what each round found without its held-out accounts', () => {
    const rounds = [
      { criteria: [plan(['Team'])], heldOut: heldOut(40, 30) },
      { criteria: [plan(['Team'])], heldOut: heldOut(38, 32) },
    ];
    const confirmation = confirmOverRounds(plan(['Team']), rounds);
    expect(confirmation).toMatchObject({ status: 'validated', rounds: 2, accounts: 120, positives: 78 });
    // 78/120 over 140/400
    expect(confirmation.lift?.estimate).toBeCloseTo(1.857, 3);
  });

  it('counts the trait that the round found, not the one that is published', () => {
    const rounds = [{ criteria: [plan(['Solo'])], heldOut: heldOut(40, 30) }];
    expect(confirmOverRounds(plan(['Team']), rounds)).toMatchObject({
      status: 'refuted',
      accounts: 140,
      positives: 30,
    });
  });

  it('does not validate what half of the rounds did not find', () => {
    const rounds = [
      { criteria: [plan(['Team'])], heldOut: heldOut(40, 30) },
      { criteria: [], heldOut: heldOut(40, 30) },
    ];
    expect(confirmOverRounds(plan(['Team']), rounds).status).toBe('observed');
  });

  it('wants a disqualifier on the other side of 1', () => {
    const rounds = [{ criteria: [plan(['Team'], 'disqualifier')], heldOut: heldOut(4, 70) }];
    expect(confirmOverRounds(plan(['Team'], 'disqualifier'), rounds).status).toBe('validated');
    expect(confirmOverRounds(plan(['Team']), rounds).status).toBe('observed');
  });
});
