import { describe, expect, it } from 'vitest';
import { matchKeys } from '../../../src/intake/resolve/match-keys.js';

describe('matchKeys', () => {
  it('joins equal keys, then folded ones, then those with a typing error, and lists the rest', () => {
    const found = matchKeys(
      ['GTXPro', 'MG Special', 'GTK 500', 'MG Advnced', 'Other', null, ''],
      ['GTX Pro', 'MG Special', 'GTK 500', 'MG Advanced', 'GTX Basic'],
    );
    expect(found.matches.map(({ a, b, how }) => [a, b, how])).toEqual([
      ['GTXPro', 'GTX Pro', 'folded'],
      ['MG Special', 'MG Special', 'exact'],
      ['GTK 500', 'GTK 500', 'exact'],
      ['MG Advnced', 'MG Advanced', 'fuzzy'],
    ]);
    expect(found.matches[0].reason).toBe('“GTXPro” and “GTX Pro” differ in case, accents, punctuation or spaces only.');
    expect(found.unmatchedA).toEqual(['Other']);
    expect(found.unmatchedB).toEqual(['GTX Basic']);
  });

  it('never takes other digits for a typing error', () => {
    expect(matchKeys(['ACC-10247', 'Model 500'], ['ACC-10248', 'Model 600']).matches).toEqual([]);
  });

  it('leaves a key alone to which two are as near', () => {
    const found = matchKeys(['Tarnwick'], ['Tarnwuck', 'Tarnweck']);
    expect(found.matches).toEqual([]);
    expect(found.ambiguous).toEqual([{ a: 'Tarnwick', candidates: ['Tarnwuck', 'Tarnweck'] }]);
  });
});
