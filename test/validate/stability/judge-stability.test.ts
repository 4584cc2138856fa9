import { describe, expect, it } from 'vitest';
import { buildGrids } from '../../../src/learn/build-grids.js';
import { codeTable } from '../../../src/learn/code-table.js';
import type { Criterion } from '../../../src/model/criterion.js';
import type { CategoryColumn } from '../../../src/model/table.js';
import { createRandom } from '../../../src/stats/random.js';
import { agreeOverParts } from '../../../src/validate/stability/agree-over-parts.js';
import { judgeStability } from '../../../src/validate/stability/judge-stability.js';

const repeat = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

/** 600 accounts of which 300 have the trait, so many of each with the outcome; beside it columns of noise. */
function company({ having, lacking, noise }: { having: number; lacking: number; noise: number }) {
  const random = createRandom(7);
  const column = (name: string, of: (row: number) => boolean): CategoryColumn => ({
    type: 'category',
    name,
    labels: ['no', 'yes'],
    codes: Int32Array.from({ length: 600 }, (_, row) => Number(of(row))),
  });
  const columns = [
    column('trait', (row) => row < 300),
    ...Array.from({ length: noise }, (_, i) => column(`noise ${i}`, () => random.next() < 0.5)),
  ];
  const labels = Uint8Array.from([
    ...repeat(having, 1),
    ...repeat(300 - having, 0),
    ...repeat(lacking, 1),
    ...repeat(300 - lacking, 0),
  ]);
  return { columns, labels, coded: codeTable(buildGrids(columns, null), { columns, rowCount: 600 }) };
}

function criterionOf(accounts: number, lift: number): Criterion {
  return {
    trait: { attribute: 'trait', condition: { kind: 'in', values: ['yes'] } },
    role: 'strong',
    status: 'validated',
    evidence: {
      accounts: 300,
      positives: accounts,
      share: 0.5,
      lift: { estimate: lift, lower: 1, upper: 2 },
      q: 0.01,
      crude: 1,
      adjusted: 1,
    },
  };
}

const rows = Int32Array.from({ length: 600 }, (_, row) => row);
const nothing = { segments: [], discovery: rows, periods: null, sources: null, seed: 1 };

describe('judgeStability', () => {
  it('finds a strong criterion in every draw and leaves its status', () => {
    const { criteria } = judgeStability({
      ...company({ having: 90, lacking: 30, noise: 5 }),
      ...nothing,
      criteria: [criterionOf(90, 1.5)],
    });
    expect(criteria[0].status).toBe('validated');
    expect(criteria[0].evidence?.refound).toEqual({ share: 1, draws: 100 });
  });

  it('makes a hypothesis of one that barely passed, and says why', () => {
    // z of 45 against 30 of 300 is 1.85: half of the draws pass 1.96, fewer the five tests beside.
    const { criteria } = judgeStability({
      ...company({ having: 45, lacking: 30, noise: 5 }),
      ...nothing,
      criteria: [criterionOf(45, 1.2)],
    });
    expect(criteria[0].evidence?.refound?.share).toBeLessThan(0.5);
    expect(criteria[0].status).toBe('hypothesis');
    expect(criteria[0].note).toMatch(/^Not stable: found again in \d+ of 100 draws of the accounts\.$/);
  });

  it('counts a segment whose second trait adds nothing as not stable', () => {
    const { columns, labels, coded } = company({ having: 120, lacking: 30, noise: 1 });
    const lift = { estimate: 1.6, lower: 1.4, upper: 1.8 };
    const one = { name: 'one', status: 'validated', accounts: 300, positives: 120, share: 0.5, lift } as const;
    const is = (attribute: string) => ({ attribute, condition: { kind: 'in', values: ['yes'] } }) as const;
    const { segments } = judgeStability({
      ...nothing,
      columns,
      labels,
      coded,
      criteria: [],
      segments: [
        { ...one, traits: [is('trait')] },
        { ...one, traits: [is('trait'), is('noise 0')] },
      ],
    });
    expect(segments[0].refound?.share).toBe(1);
    expect(segments.map(({ status }) => status)).toEqual(['validated', 'hypothesis']);
  });

  it('gives the same for the same seed', () => {
    const request = {
      ...company({ having: 50, lacking: 30, noise: 5 }),
      ...nothing,
      criteria: [criterionOf(50, 1.2)],
    };
    expect(judgeStability(request)).toEqual(judgeStability(request));
  });
});

describe('agreeOverParts', () => {
  it('counts the parts in which the effect points as claimed, and sees one that is clearly opposed', () => {
    // Two parts with 30 of 50 against 10 of 50, one the other way round, and one too small to tell.
    const cells = [
      [0, 30, 20, 10, 40],
      [1, 30, 20, 10, 40],
      [2, 10, 40, 30, 20],
      [3, 2, 2, 2, 2],
    ];
    const accounts = cells.flatMap(([part, wonWith, lostWith, wonWithout, lostWithout]) => [
      ...repeat(wonWith, [part, 1, 1]),
      ...repeat(lostWith, [part, 1, 0]),
      ...repeat(wonWithout, [part, 0, 1]),
      ...repeat(lostWithout, [part, 0, 0]),
    ]);
    const found = agreeOverParts(
      Uint8Array.from(accounts, ([, has]) => has),
      {
        labels: Uint8Array.from(accounts, ([, , label]) => label),
        side: 1,
        parts: { by: 'year', of: Int16Array.from(accounts, ([part]) => part), count: 4 },
      },
    );
    expect(found).toEqual({ same: 2, of: 3, by: 'year', isOpposed: true });
  });
});
