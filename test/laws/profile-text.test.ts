import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProfile, parseProfile } from '../../src/profile/parse-profile.js';
import { printProfile } from '../../src/profile/print-profile.js';
import { anyProfile } from '../profile/any-profile.js';
import { sampleProfile } from '../profile/sample-profile.js';

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
      { numRuns: 80, seed: 7 },
    );
  });

  it('a damaged text gives a profile or findings, each with a place and a fix, and never another error', () => {
    const text = printProfile(sampleProfile);
    const damage = fc.record({
      at: fc.nat(text.length),
      cut: fc.nat(6),
      put: fc.oneof(
        fc.constantFrom('', ' ', '\n', '\t', ': ', '- ', '[', '}', '"', "'", '*a', '&a ', '# ', 'null'),
        fc.string({ maxLength: 4 }),
      ),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        let damaged = text;
        for (const { at, cut, put } of damages) damaged = damaged.slice(0, at) + put + damaged.slice(at + cut);
        const { profile, diagnostics } = checkProfile(damaged, { file: 'icp.yaml' });
        if (profile === null) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
        else expect(printProfile(read(printProfile(profile)))).toBe(printProfile(profile));
        for (const { place, message, fix } of diagnostics) {
          expect(place).toEqual({ file: 'icp.yaml', line: expect.any(Number), column: expect.any(Number) });
          expect(message).not.toBe('');
          expect(fix).not.toBe('');
          expect(fix).not.toMatch(/undefined/);
        }
      }),
      { numRuns: 80, seed: 7 },
    );
  });
});
