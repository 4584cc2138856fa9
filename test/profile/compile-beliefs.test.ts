import { describe, expect, it } from 'vitest';
import type { Attribute } from '../../src/model/attribute.js';
import type { Criterion, Role } from '../../src/model/criterion.js';
import { parseTrait } from '../../src/model/parse-trait.js';
import { compileBeliefs } from '../../src/profile/compile-beliefs.js';

function believe(text: string, role: Role, posterior?: number): Criterion {
  const parsed = parseTrait(text);
  if (parsed.kind === 'problem') throw new Error(parsed.message);
  const after =
    posterior === undefined ? {} : { posterior: { estimate: posterior, lower: posterior, upper: posterior } };
  return { trait: parsed.trait, role, status: 'hypothesis', belief: { strength: 10, ...after } };
}
const attribute = (name: string, type: Attribute['type']): Attribute => ({ name, kind: 'firmographic', type });

describe('compileBeliefs', () => {
  it('gives the points of the role to the range, the values and the member', () => {
    const card = compileBeliefs(
      [
        believe('employees 20–50', 'must'),
        believe('industry in (Software, IT)', 'strong'),
        believe('stack includes Slack', 'nice'),
        believe('region = North', 'disqualifier'),
      ],
      [attribute('employees', 'whole'), attribute('industry', 'category'), attribute('stack', 'set')],
    );
    expect(card).toEqual({
      base: 0,
      pointsPerLogit: 20,
      terms: [
        { kind: 'numeric', attribute: 'employees', whole: true, cuts: [20, 51], points: [0, 30, 0], missing: 15 },
        {
          kind: 'category',
          attribute: 'industry',
          groups: [{ values: ['Software', 'IT'], points: 20 }],
          other: 0,
          missing: 10,
        },
        { kind: 'member', attribute: 'stack', member: 'Slack', points: 10, without: 0, missing: 5 },
        { kind: 'category', attribute: 'region', groups: [{ values: ['North'], points: -30 }], other: 0, missing: 0 },
      ],
      pairs: [],
      calibration: { intercept: 0, slope: 0.01 },
      // 60 can be gained; a fifth (12) may lack, less than half of the must (15).
      tierCuts: { ideal: 48, stretch: 30 },
      typical: [15, 10, 5, -15],
    });
  });

  it('adds up beliefs about one attribute', () => {
    const card = compileBeliefs(
      [
        believe('employees 20–50', 'strong'),
        believe('employees 40+', 'nice'),
        believe('employees missing', 'disqualifier'),
      ],
      [attribute('employees', 'whole')],
    );
    expect(card.terms).toEqual([
      {
        kind: 'numeric',
        attribute: 'employees',
        whole: true,
        cuts: [20, 40, 51],
        points: [0, 20, 30, 10],
        missing: -15,
      },
    ]);
  });

  it('ends a range of fractions right after its upper bound', () => {
    const [term] = compileBeliefs([believe('margin 0.1–0.3', 'strong')], [attribute('margin', 'number')]).terms;
    expect(term).toMatchObject({ cuts: [0.1, 0.30000000000000004], points: [0, 20, 0] });
    const [negative] = compileBeliefs([believe('margin up to -0.5', 'strong')], [attribute('margin', 'number')]).terms;
    expect(negative).toMatchObject({ cuts: [-0.49999999999999994], points: [20, 0] });
  });

  it('takes the posterior where there is one', () => {
    const card = compileBeliefs([believe('plan = Pro', 'must', -0.4), believe('size 5+', 'strong', 2)], []);
    expect(card.terms[0]).toMatchObject({ groups: [{ values: ['Pro'], points: -8 }], missing: 0 });
    expect(card.terms[1]).toMatchObject({ points: [0, 40] });
  });

  it('keeps an account that misses a must, or has a disqualifier, from being ideal', () => {
    const lines = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => believe(`${name} = x`, 'must'));
    const card = compileBeliefs([...lines, believe('h = x', 'disqualifier')], []);
    expect(card.tierCuts?.ideal).toBeGreaterThan(7 * 30 - 15);
    expect(card.tierCuts?.ideal).toBeLessThanOrEqual(7 * 30);
  });

  it('claims no tiers where nothing can be gained', () => {
    expect(compileBeliefs([believe('plan = Pro', 'disqualifier')], []).tierCuts).toBeNull();
    expect(compileBeliefs([], []).tierCuts).toBeNull();
  });

  it('reads members of one set apart, and what is asked of the whole set with the first', () => {
    const card = compileBeliefs(
      [
        believe('stack includes Slack', 'strong'),
        believe('stack without Jira', 'nice'),
        believe('stack known', 'nice'),
      ],
      [attribute('stack', 'set')],
    );
    expect(card.terms).toEqual([
      { kind: 'member', attribute: 'stack', member: 'Slack', points: 30, without: 10, missing: 10 },
      { kind: 'member', attribute: 'stack', member: 'Jira', points: 0, without: 10, missing: 5 },
    ]);
  });
});
