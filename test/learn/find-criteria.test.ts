import { describe, expect, it } from 'vitest';
import { buildGrids } from '../../src/learn/build-grids.js';
import { codeTable } from '../../src/learn/code-table.js';
import { findCriteria } from '../../src/learn/find-criteria.js';
import { testAttributes } from '../../src/learn/test-attributes.js';
import type { Scorecard } from '../../src/model/scorecard.js';
import type { Column } from '../../src/model/table.js';
import { formatTrait } from '../../src/model/trait-text.js';

/** Accounts as blocks: so many with these values, so many of them positive. */
function fromBlocks(
  blocks: readonly { plan: string; seats: number; stack: string; accounts: number; positives: number }[],
) {
  const rows = blocks.flatMap((block) =>
    Array.from({ length: block.accounts }, (_, i) => ({ ...block, label: i < block.positives ? 1 : 0 })),
  );
  const labelsOf = (values: readonly string[]) => [...new Set(values)];
  const plans = labelsOf(rows.map(({ plan }) => plan));
  const columns: Column[] = [
    { type: 'category', name: 'plan', labels: plans, codes: Int32Array.from(rows, ({ plan }) => plans.indexOf(plan)) },
    { type: 'number', name: 'seats', whole: true, values: Float64Array.from(rows, ({ seats }) => seats) },
    {
      type: 'set',
      name: 'stack',
      labels: ['Slack', 'Jira'],
      offsets: Int32Array.from({ length: rows.length + 1 }, (_, i) => i),
      codes: Int32Array.from(rows, ({ stack }) => (stack === 'Slack' ? 0 : 1)),
      missing: new Uint8Array(rows.length),
    },
  ];
  const labels = Uint8Array.from(rows, ({ label }) => label);
  const coded = codeTable(buildGrids(columns, null), { columns, rowCount: rows.length });
  return { columns, labels, coded, tests: testAttributes({ coded, labels }) };
}

const accounts = fromBlocks([
  { plan: 'Team', seats: 60, stack: 'Slack', accounts: 100, positives: 60 },
  { plan: 'Pro', seats: 45, stack: 'Slack', accounts: 100, positives: 30 },
  { plan: 'Free', seats: 5, stack: 'Jira', accounts: 200, positives: 6 },
  { plan: 'Free', seats: 12, stack: 'Slack', accounts: 100, positives: 14 },
]);
const card: Scorecard = {
  base: 0,
  pointsPerLogit: 10,
  terms: [
    {
      kind: 'category',
      attribute: 'plan',
      groups: [
        { values: ['Team', 'Enterprise'], points: 12 },
        { values: ['Pro'], points: 4 },
        { values: ['Free'], points: -6 },
      ],
      other: 0,
      missing: 0,
    },
    { kind: 'numeric', attribute: 'seats', whole: true, cuts: [10, 40], points: [-4, -1, 5], missing: 0 },
  ],
  pairs: [],
  calibration: { intercept: -1, slope: 0.1 },
  tierCuts: null,
  typical: [-0.4, 0.2],
};

describe('findCriteria', () => {
  it('states the evidence of a trait worked by hand', () => {
    const [best] = findCriteria({ ...accounts, card });
    // plan in (Team, Pro): 200 of 500 accounts, 90 of 110 positives.
    expect(formatTrait(best.trait)).toBe('plan in (Team, Pro)');
    expect(best).toMatchObject({ role: 'strong', status: 'observed', points: 8.4 });
    expect(best.evidence).toMatchObject({ accounts: 200, positives: 90, share: 0.4 });
    expect(best.evidence?.lift.estimate).toBeCloseTo(90 / 200 / (110 / 500), 12);
    expect(best.evidence?.crude).toBeCloseTo(Math.log(90.5 / 110.5) - Math.log(20.5 / 280.5), 12);
    // Points with the trait (12 + 4) / 2 = 8, without it -6: 14 points, 1.4 units of log-odds.
    expect(best.evidence?.adjusted).toBeCloseTo(1.4, 12);
  });

  it('speaks of the rows of the card, and of its attributes only', () => {
    const criteria = findCriteria({ ...accounts, card }).filter(({ role }) => role !== 'disqualifier');
    expect(criteria.map(({ trait }) => formatTrait(trait))).toEqual(['plan in (Team, Pro)', 'seats 40+']);
  });

  it('names what counts clearly against an account', () => {
    const worst = findCriteria({ ...accounts, card }).filter(({ role }) => role === 'disqualifier');
    expect(worst.map(({ trait }) => formatTrait(trait))).toEqual(['seats up to 9']);
    for (const { evidence } of worst) expect(evidence?.lift.upper).toBeLessThan(0.6);
  });

  it('works without a card and says that nothing is adjusted', () => {
    const criteria = findCriteria({ ...accounts, card: null });
    const said = criteria.map(({ trait }) => formatTrait(trait));
    expect(said).toContain('plan = Team');
    expect(said).toContain('stack includes Slack');
    expect(criteria[0].note).toBe('Not adjusted for the other attributes.');
    expect(criteria[0].points).toBeUndefined();
    expect(criteria[0].evidence?.adjusted).toBe(criteria[0].evidence?.crude);
  });

  it("shows Simpson's paradox", () => {
    const reversed: Scorecard = {
      ...card,
      terms: [
        {
          kind: 'category',
          attribute: 'plan',
          groups: [
            { values: ['Free'], points: 3 },
            { values: ['Team', 'Pro'], points: -5 },
          ],
          other: 0,
          missing: 0,
        },
      ],
      typical: [-0.2],
    };
    const [free] = findCriteria({ ...accounts, card: reversed });
    expect(formatTrait(free.trait)).toBe('plan = Free');
    expect(free.role).toBe('nice');
    expect(free.note).toBe(
      "Simpson's paradox: alone, accounts with this trait have the outcome less often (log-odds −2.42); with all else equal more often (+0.80). The points follow the second.",
    );
  });

  it('says nothing of attributes that did not pass, nor of small groups', () => {
    const none = accounts.tests.map((test) => ({ ...test, q: 0.051 }));
    expect(findCriteria({ ...accounts, tests: none, card: null })).toEqual([]);
    const few = fromBlocks([
      { plan: 'Team', seats: 1, stack: 'Slack', accounts: 10, positives: 10 },
      { plan: 'Free', seats: 1, stack: 'Slack', accounts: 200, positives: 10 },
    ]);
    expect(few.tests.find(({ attribute }) => attribute === 'plan')?.q).toBeLessThan(0.001);
    expect(findCriteria({ ...few, card: null }).filter(({ role }) => role === 'strong')).toEqual([]);
  });
});
