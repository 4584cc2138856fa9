import { describe, expect, it } from 'vitest';
import { describeProfile } from '../../src/workspace/describe-profile.js';

const best = { outcome: 'y', is: ['1'], description: 'y is 1' };

describe('describeProfile', () => {
  it('does not blame the data for a card that is too short', () => {
    expect(describeProfile({ verdict: 'refused', best, criteria: [], longerTells: true })).toBe(
      'A card this short does not tell accounts where y is 1 from the others; a longer one does (--card full).',
    );
    expect(describeProfile({ verdict: 'refused', best, criteria: [] })).toBe(
      'Nothing in these data tells accounts where y is 1 from the others.',
    );
  });
});
