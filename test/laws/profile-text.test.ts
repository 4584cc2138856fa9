import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProfile } from '../../src/profile/parse-profile.js';
import { printProfile } from '../../src/profile/print-profile.js';
import { anyProfile } from '../profile/any-profile.js';

const read = (text: string) => parseProfile(text, { file: 'icp.yaml' });

describe('law: a profile and its text', () => {
  it('parse(print(p)) is p, and print(parse(print(p))) the same bytes', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const text = printProfile(profile);
        const back = read(text);
        expect(back).toEqual(profile);
        expect(printProfile(back)).toBe(text);
      }),
      { numRuns: 600, seed: 7 },
    );
  });
});
