import { describe, expect, it } from 'vitest';
import type { PairTerm } from '../../src/model/scorecard.js';
import type { Segment } from '../../src/model/segment.js';
import type { Trait } from '../../src/model/trait.js';
import { describeProfile } from '../../src/workspace/describe-profile.js';

const best = { outcome: 'y', is: ['1'], description: 'y is 1' };

const below = (attribute: string): Trait => ({
  attribute,
  condition: { kind: 'range', lower: null, upper: 0, upperIncluded: false },
});
const above = (attribute: string): Trait => ({
  attribute,
  condition: { kind: 'range', lower: 0, upper: null, upperIncluded: false },
});
const segment = (traits: Trait[], estimate: number): Segment => ({
  name: '',
  traits,
  status: 'validated',
  accounts: 100,
  positives: 50,
  share: 0.25,
  lift: { estimate, lower: estimate - 0.1, upper: estimate + 0.1 },
});

describe('describeProfile', () => {
  it('says what traits do together where none says anything by itself', () => {
    const segments = [
      segment([below('u'), below('v')], 1.6),
      segment([above('u'), above('v')], 1.5),
      segment([below('u'), above('v')], 0.5),
    ];
    expect(describeProfile({ verdict: 'publishable', best, criteria: [], segments })).toBe(
      'y is 1 most often where u under 0 and v under 0; u 0+ and v 0+. Least often where u under 0 and v 0+.',
    );
  });

  it('names the pairs of the card where no segment was found either', () => {
    const axis = (attribute: string) => ({ kind: 'numeric', attribute, whole: false, cuts: [0] }) as const;
    const pair = (a: string, b: string, points: number): PairTerm => ({
      axes: [axis(a), axis(b)],
      points: [
        [points, -points, 0],
        [-points, points, 0],
        [0, 0, 0],
      ],
    });
    const scorecard = {
      base: 0,
      pointsPerLogit: 1000,
      terms: [],
      pairs: [pair('a', 'b', 10), pair('u', 'v', 900)],
      calibration: { intercept: 0, slope: 0.001 },
      tierCuts: null,
      typical: [0, 0],
    };
    expect(describeProfile({ verdict: 'ranked', best, criteria: [], scorecard })).toBe(
      'No attribute tells the best by itself; two together do: u × v.',
    );
  });

  it('does not blame the data for a card that is too short', () => {
    expect(describeProfile({ verdict: 'refused', best, criteria: [], longerTells: true })).toBe(
      'A card this short does not tell accounts where y is 1 from the others; a longer one does (--card full).',
    );
    expect(describeProfile({ verdict: 'refused', best, criteria: [] })).toBe(
      'Nothing in these data tells accounts where y is 1 from the others.',
    );
  });
});
