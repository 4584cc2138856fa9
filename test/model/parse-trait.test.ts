import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTrait } from '../../src/model/parse-trait.js';
import type { Trait } from '../../src/model/trait.js';
import { formatTrait } from '../../src/model/trait-text.js';
import { anyTrait } from '../profile/any-profile.js';

const range = (attribute: string, lower: number | null, upper: number | null, upperIncluded = false): Trait => ({
  attribute,
  condition: { kind: 'range', lower, upper, upperIncluded },
});

describe('formatTrait', () => {
  it.each([
    [range('employees', 50, 199, true), 'employees 50–199'],
    [range('employees', 50, 200), 'employees 50 to under 200'],
    [range('employees', 1000, null), 'employees 1000+'],
    [range('age', null, 30), 'age under 30'],
    [range('age', null, 29, true), 'age up to 29'],
    [range('seats', 5, 5, true), 'seats = 5'],
    [range('seats', null, null), 'seats known'],
    [{ attribute: 'plan', condition: { kind: 'in', values: ['Pro', 'Team'] } }, 'plan in (Pro, Team)'],
    [{ attribute: 'plan', condition: { kind: 'in', values: ['5'] } }, 'plan = "5"'],
    [{ attribute: 'plan', condition: { kind: 'in', values: ['a, b', ''] } }, 'plan in ("a, b", "")'],
    [{ attribute: 'tech stack', condition: { kind: 'includes', member: 'Slack' } }, 'tech stack includes Slack'],
    [{ attribute: 'stack', condition: { kind: 'excludes', member: 'Jira' } }, 'stack without Jira'],
    [{ attribute: 'region', condition: { kind: 'missing' } }, 'region missing'],
    [range('revenue without tax', 5, null), '"revenue without tax" 5+'],
  ] as [Trait, string][])('writes and reads %#: %s', (trait, text) => {
    expect(formatTrait(trait)).toBe(text);
    expect(parseTrait(text)).toEqual({ kind: 'trait', trait });
  });
});

describe('parseTrait', () => {
  it('reads what people type', () => {
    const read = (text: string) => {
      const parsed = parseTrait(text);
      return parsed.kind === 'trait' ? formatTrait(parsed.trait) : parsed.fix;
    };
    expect(read('employees 50-199')).toBe('employees 50–199');
    expect(read('employees 50 - 199')).toBe('employees 50–199');
    expect(read('margin -5--1')).toBe('margin -5–-1');
    expect(read('employees >= 50')).toBe('employees 50+');
    expect(read('employees <= 50')).toBe('employees up to 50');
    expect(read('employees < 50')).toBe('employees under 50');
    expect(read('  plan  =  Pro Max ')).toBe('plan = Pro Max');
    expect(read('plan in (Pro,Team)')).toBe('plan in (Pro, Team)');
  });

  it.each([
    ['employees', 'Name the attribute and then what it must be'],
    ['employees 1,000+', 'employees 1000+'],
    ['employees > 50', '50+'],
    ['employees 199–50', 'The lower bound stands first'],
    ['employees 5 to under 5', 'The lower bound stands first'],
    ['plan in ()', 'Name at least one value'],
    ['plan in (Pro', 'Name the attribute'],
    ['plan = a, b', 'Name the attribute'],
    ['', 'Name the attribute'],
    ['employees 1e999+', 'finite'],
  ])('says how to write %j', (text, fix) => {
    const parsed = parseTrait(text);
    expect(parsed.kind).toBe('problem');
    expect(parsed.kind === 'problem' ? parsed.fix : '').toContain(fix);
  });

  it('reads back every trait', () => {
    fc.assert(
      fc.property(anyTrait, (trait) => {
        expect(parseTrait(formatTrait(trait))).toEqual({ kind: 'trait', trait });
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});
