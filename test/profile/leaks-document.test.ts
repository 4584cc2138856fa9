import { describe, expect, it } from 'vitest';
import type { LeakFinding } from '../../src/model/leak.js';
import { readLeaks, writeLeaks } from '../../src/profile/leaks-document.js';
import { leaksSchema } from '../../src/profile/leaks-schema.js';

const leaks: LeakFinding[] = [
  {
    attribute: 'duration',
    kind: 'name',
    severity: 'set aside',
    use: 'kept',
    detail: 'duration tells.',
    evidence: { auc: { estimate: 0.82, lower: 0.81, upper: 0.83 }, word: 'duration' },
    effect: { with: 0.93, without: 0.8, difference: { estimate: 0.13, lower: 0.1, upper: 0.16 }, accounts: 1000 },
  },
  {
    attribute: 'score',
    kind: 'fades',
    severity: 'mention',
    use: 'used',
    detail: 'score fades.',
    evidence: {
      faded: {
        settled: { estimate: 0.9, lower: 0.88, upper: 0.92 },
        recent: { estimate: 0.52, lower: 0.45, upper: 0.6 },
      },
      used: { having: 0.5, lacking: 0 },
      after: { share: 0.25, medianDays: 30 },
      partner: 'size',
    },
  },
];

describe('writeLeaks', () => {
  it('is read back as it was, through the schema', () => {
    expect(readLeaks(leaksSchema.parse(writeLeaks(leaks)))).toEqual(leaks);
  });
});
