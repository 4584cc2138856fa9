import { describe, expect, it } from 'vitest';
import { joinGroups, valueGroups } from '../../src/workspace/holdout-groups.js';

describe('valueGroups', () => {
  it('numbers values, and leaves accounts without one alone', () => {
    const column = { type: 'text', name: 'region', codes: Int32Array.of(1, 0, 1, -1, -1), labels: ['n', 's'] } as const;
    const groups = valueGroups(column, Int32Array.of(0, 1, 2, 3, 4));
    expect(groups[0]).toBe(groups[2]);
    expect(new Set(groups).size).toBe(4);
  });
});

describe('joinGroups', () => {
  it('keeps together what is together in either', () => {
    // 0–1 by the first, 1–2 by the second: all three are one; 3 is alone.
    const joined = joinGroups(Int32Array.of(7, 7, 8, 9), Int32Array.of(0, 1, 1, 2));
    expect(joined[0]).toBe(joined[1]);
    expect(joined[1]).toBe(joined[2]);
    expect(joined[3]).not.toBe(joined[0]);
  });

  it('changes nothing where there is nothing to join', () => {
    const groups = Int32Array.of(1, 2);
    expect(joinGroups(groups, null)).toBe(groups);
  });
});
