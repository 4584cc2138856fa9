import { describe, expect, it } from 'vitest';
import { decimalMark, readNumber } from '../../../src/intake/typing/read-number.js';

const spaces: readonly (readonly [string, string])[] = [
  ['a plain space', ' '],
  ['a no-break space', '\u00a0'],
  ['a narrow no-break space', '\u202f'],
  ['a thin space', '\u2009'],
  ['a figure space', '\u2007'],
  ['a wide space', '\u3000'],
];

describe('readNumber', () => {
  it.each(spaces)('reads thousands that %s divides', (_, space) => {
    const cells = [`1${space}500,00${space}€`, `12${space}500,00`, `-1${space}234${space}567,8`];
    const mark = decimalMark(cells);
    expect(mark).toBe(',');
    expect(cells.map((cell) => readNumber(cell, mark))).toEqual([1500, 12_500, -1_234_567.8]);
    expect(decimalMark([`1${space}500.25`])).toBe('.');
    expect(readNumber(`1${space}500`, '.')).toBe(1500);
  });

  it('does not join numbers that stand side by side', () => {
    expect(readNumber('12 50', '.')).toBeNaN();
    expect(readNumber('1500 200', '.')).toBeNaN();
  });
});

describe('decimalMark', () => {
  it('takes a comma behind more than three digits, grouped or not, for decimals', () => {
    expect(decimalMark(['1 500,125'])).toBe(',');
    expect(decimalMark(['1500,125'])).toBe(',');
    expect(decimalMark(['500,125'])).toBe('.');
  });
});
