import { describe, expect, it } from 'vitest';
import { editDistance, isTypo } from '../../../src/intake/resolve/edit-distance.js';

describe('editDistance', () => {
  it('counts letters put in, taken out, changed and swapped', () => {
    // kitten → sitten → sittin → sitting, the example of every textbook; `ca` → `ac` is one swap.
    expect(editDistance('kitten', { to: 'sitting', limit: 5 })).toBe(3);
    expect(editDistance('ca', { to: 'ac', limit: 5 })).toBe(1);
    expect(editDistance('logistics', { to: 'logistcs', limit: 5 })).toBe(1);
    expect(editDistance('', { to: 'abc', limit: 5 })).toBe(3);
  });

  it('stops at its limit', () => {
    expect(editDistance('abcdef', { to: 'uvwxyz', limit: 2 })).toBe(3);
  });
});

describe('isTypo', () => {
  it('allows nothing in short words and digits, one letter in usual and two in long ones', () => {
    expect([
      isTypo('ibm', 'ibn'),
      isTypo('fund2', 'fund3'),
      isTypo('fenwick', 'fennwick'),
      isTypo('acme', 'amec'),
    ]).toEqual([false, false, true, false]);
    expect(isTypo('copperfinch', 'coperfinhc')).toBe(true);
  });
});
