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

  it('takes the name without its legal form before a typing error', () => {
    const { matches } = matchKeys({
      keysA: ['Umbralabs', 'Umbraglas', 'The Acme Company'],
      keysB: ['Umbralabs AG', 'Umbraglas', 'ACME'],
    });
    expect(matches.map(({ a, b, how }) => [a, b, how])).toEqual([
      ['Umbralabs', 'Umbralabs AG', 'bare'],
      ['Umbraglas', 'Umbraglas', 'exact'],
      ['The Acme Company', 'ACME', 'bare'],
    ]);
    expect(matches[0].reason).toBe(
      '“Umbralabs” and “Umbralabs AG” are one name, but for the legal form and small words.',
    );
  });

  it.each([
    ['Blau Medai', 'Blau Media GmbH'],
    ['Veag Solar', 'Vega Solar'],
    ['Cedar Pahrma', 'Cedar Pharma Ltd'],
    ['Cedar Pharmma GmbH', 'Cedar Pharma'],
    ['Quillmrsh', 'Quillmarsh'],
  ])('finds %s as %s, one typing error away', (a, b) => {
    expect(matchKeys({ keysA: [a], keysB: [b, 'Osprex'] }).matches.map((match) => [match.b, match.how])).toEqual([
      [b, 'fuzzy'],
    ]);
  });

  it.each([
    ['Maple Glas', 'Maple Labs'],
    ['Lumen Glas', 'Lumenlabs'],
    ['Umbraglas', 'Umbralabs'],
    ['Nova Solar', 'Nora Solar'],
    ['Volt', 'Bolt'],
    ['AG-100', 'SE-100'],
    ['ACC-10274', 'ACC-10247'],
  ])('does not take %s for %s', (a, b) => {
    const { matches, ambiguous } = matchKeys({ keysA: [a], keysB: [b] });
    expect([matches, ambiguous]).toEqual([[], []]);
  });

  it('leaves a name alone that two legal forms have, unless they are one account', () => {
    const keys = { keysA: ['Acme'], keysB: ['Acme GmbH', 'Acme Ltd'] };
    expect(matchKeys(keys)).toMatchObject({ matches: [], ambiguous: [{ a: 'Acme', candidates: keys.keysB }] });
    expect(matchKeys({ ...keys, ownerOf: () => 7 }).matches[0]).toMatchObject({ b: 'Acme GmbH', how: 'bare' });
  });

  it('does not take a key for a typing error that is another one without its legal form', () => {
    const { matches } = matchKeys({ keysA: ['Tarnwick'], keysB: ['Tarnwick SE', 'Tarnwich'] });
    expect(matches.map(({ b }) => b)).toEqual(['Tarnwick SE']);
  });
});
