import { describe, expect, it } from 'vitest';
import { printScores } from '../../src/workspace/print-scores.js';
import type { FileScores } from '../../src/workspace/score-file.js';

const account = { id: 'a', points: 7, fit: 50, probability: null, tier: null, reasons: [] };
const scores = (of: FileScores['of'], rest: object = {}, keptAfter?: string): FileScores => ({
  accounts: [{ ...account, ...rest }],
  idColumn: 'id',
  of,
  ...(keptAfter === undefined ? {} : { keptAfter }),
  isBelief: false,
  caveat: null,
  notes: [],
  quarantined: [],
});
const interval = { estimate: 2, lower: 1, upper: 3 };

describe('printScores', () => {
  it('writes what is claimed of each kind of profile', () => {
    expect(printScores(scores('outcome', { probability: 0.25 }))).toBe(
      'id,points,fit,probability,tier,reasons\na,7,50,0.25,,\n',
    );
    expect(printScores(scores('amount', { expected: interval }))).toBe(
      'id,points,fit,expected,expected_lower,expected_upper,tier,reasons\na,7,50,2,1,3,,\n',
    );
    expect(printScores(scores('time', { kept: interval }, '12 months'))).toBe(
      'id,points,fit,kept,kept_lower,kept_upper,kept_after,tier,reasons\na,7,50,2,1,3,12 months,,\n',
    );
  });

  it('leaves empty what a ranked profile does not claim, under the headings of its kind', () => {
    expect(printScores(scores('amount'))).toBe(
      'id,points,fit,expected,expected_lower,expected_upper,tier,reasons\na,7,50,,,,,\n',
    );
    expect(printScores(scores('time'))).toBe(
      'id,points,fit,kept,kept_lower,kept_upper,kept_after,tier,reasons\na,7,50,,,,,,\n',
    );
  });
});
