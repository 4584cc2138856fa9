import fc from 'fast-check';
import type { Interval } from '../../src/model/estimate.js';

/** Texts as nasty as they come, and numbers already rounded as the document rounds them. */
const words = fc.constantFrom(
  'employees',
  'plan',
  'Revenue without tax',
  'to',
  '5 to',
  'in (x)',
  'a = b',
  '= x',
  '"q"',
);
const tricky = fc.constantFrom(
  'No',
  'null',
  '~',
  '007',
  '1E10',
  'true',
  ': ',
  '# a',
  '- b',
  '[x',
  '{',
  '&a',
  '*a',
  '!t',
  '%',
  '@',
);
export const anyText = fc.oneof(words, tricky, fc.string({ unit: 'grapheme', maxLength: 12 }));
export const anyName = fc.oneof(words, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }));

export const decimal = (digits: number) => fc.integer({ min: 0, max: 10 ** digits }).map((n) => n / 10 ** digits);
export const count = fc.nat(1_000_000);
export const share = decimal(4);

export function interval(value: fc.Arbitrary<number>): fc.Arbitrary<Interval> {
  return fc.tuple(value, value, value).map((three) => {
    const [lower, estimate, upper] = [...three].sort((a, b) => a - b);
    return { estimate, lower, upper };
  });
}
