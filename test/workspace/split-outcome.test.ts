import { describe, expect, it } from 'vitest';
import { splitOutcome } from '../../src/workspace/split-outcome.js';

const source = { names: ['stage', 'a=b', 'Revenue'], file: 'deals.csv', option: '--outcome' };

describe('splitOutcome', () => {
  it.each([
    ['stage', { column: 'stage' }],
    ['stage=won', { column: 'stage', value: 'won' }],
    ['a=b', { column: 'a=b' }],
    ['a=b=c', { column: 'a=b', value: 'c' }],
    ['stage=x=y', { column: 'stage', value: 'x=y' }],
    ['revenue>=100', { column: 'Revenue', value: '>=100' }],
    ['Revenue=top25%', { column: 'Revenue', value: 'top25%' }],
  ])('takes %s apart', (typed, expected) => {
    expect(splitOutcome(typed, source)).toEqual(expected);
  });

  it('names the nearest column', () => {
    expect(() => splitOutcome('stag=won', source)).toThrow('stag: deals.csv has no such column');
  });
});
