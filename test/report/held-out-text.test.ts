import { describe, expect, it } from 'vitest';
import { heldOutText } from '../../src/report/held-out-text.js';

describe('heldOutText', () => {
  it('says what came on accounts that the search had not seen', () => {
    const lift = { text: '×1.6', range: '1.3–1.9', interval: { estimate: 1.6, lower: 1.3, upper: 1.9 } };
    const heldOut = { accounts: '40', lift, p: '.01', value: '' };
    expect(heldOutText({ heldOut, status: 'validated' })).toBe('×1.6 (1.3–1.9)');
  });

  it('tells too few accounts from a segment that nobody tested', () => {
    expect(heldOutText({ heldOut: null, status: 'observed' })).toBe('too few to tell');
    expect(heldOutText({ heldOut: null, status: 'hypothesis' })).toBe('not tested');
  });
});
