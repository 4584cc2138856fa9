import { describe, expect, it } from 'vitest';
import { matchKeys } from '../../../src/intake/resolve/match-keys.js';

describe('matchKeys', () => {
  it('joins equal keys, then folded ones, then those with a typing error, and lists the rest', () => {
    const found = matchKeys({
      keysA: ['GTXPro', 'MG Special', 'GTK 500', 'MG Advnced', 'Other', null, ''],
      keysB: ['GTX Pro', 'MG Special', 'GTK 500', 'MG Advanced', 'GTX Basic'],
    });
    expect(found.matches.map(({ a, b, how }) => [a, b, how])).toEqual([
      ['GTXPro', 'GTX Pro', 'folded'],
      ['MG Special', 'MG Special', 'exact'],
      ['GTK 500', 'GTK 500', 'exact'],
      ['MG Advnced', 'MG Advanced', 'fuzzy'],
    ]);
    expect(found.matches[0].reason).toBe(
      '“GTXPro” and “GTX Pro” differ in case, accents, punctuation, spaces or leading zeros only.',
    );
    expect(found.unmatchedA).toEqual(['Other']);
    expect(found.unmatchedB).toEqual(['GTX Basic']);
  });

  it('never takes other digits for a typing error', () => {
    expect(matchKeys({ keysA: ['ACC-10247', 'Model 500'], keysB: ['ACC-10248', 'Model 600'] }).matches).toEqual([]);
  });

  it('leaves a key alone to which two are as near', () => {
    const found = matchKeys({ keysA: ['Tarnwick'], keysB: ['Tarnwuck', 'Tarnweck'] });
    expect(found.matches).toEqual([]);
    expect(found.ambiguous).toEqual([{ a: 'Tarnwick', candidates: ['Tarnwuck', 'Tarnweck'] }]);
  });

  it.each([
    ['000123', '123', 'are the same number, written with and without zeros'],
    ['123.0', '00123', 'are the same number, written with and without zeros'],
    ['K-0042', 'k 42', 'differ in case, accents, punctuation, spaces or leading zeros only'],
    ['0015e00000AbCdE', '0015e00000AbCdEAAV', 'are the long and the short form of one id'],
  ])('knows %s as %s', (a, b, why) => {
    const { matches } = matchKeys({ keysA: [a], keysB: [b, '124'] });
    expect(matches).toEqual([{ a, b, how: 'folded', reason: `“${a}” and “${b}” ${why}.` }]);
  });

  it('does as a person said', () => {
    const keys = { keysA: ['GTXPro', 'Tarnwick'], keysB: ['GTX Pro', 'Tarnwuck', 'Tarnweck'] };
    const said = [
      { a: 'GTX Pro', b: 'GTXPro', isOne: false },
      { a: 'Tarnwick', b: 'Tarnweck', isOne: true },
    ];
    const { matches, ambiguous } = matchKeys({ ...keys, said });
    expect(matches.map(({ a, b, how }) => [a, b, how])).toEqual([['Tarnwick', 'Tarnweck', 'said']]);
    expect(ambiguous).toEqual([]);
  });
});
