import { describe, expect, it } from 'vitest';
import { decimalText, minorUnits, sumMinor } from '../../src/value/minor-units.js';

const of = (...values: number[]) => minorUnits({ values: Float64Array.from(values) });

describe('minorUnits', () => {
  it('tells amounts in the smallest unit that holds all of them, hundredths at least', () => {
    expect(of(12.34, 5, 0.1)).toEqual({ minor: Float64Array.of(1234, 500, 10), scale: 2, rounded: 0 });
    expect(of(3, 4).scale).toBe(0);
    expect(of(1.5).scale).toBe(2);
    expect(of(0.125).scale).toBe(3);
  });

  it('keeps what is missing missing', () => {
    expect(of(Number.NaN, 1.5).minor).toEqual(Float64Array.of(Number.NaN, 150));
  });

  it('rounds the noise of binary fractions away and says how many were rounded', () => {
    expect(of(0.1 + 0.2, 1.1).scale).toBe(2);
    expect(of(1 / 3)).toEqual({ minor: Float64Array.of(333333), scale: 6, rounded: 1 });
  });
});

describe('sumMinor', () => {
  it('is exact where doubles are not', () => {
    const large = 2 ** 52;
    expect(sumMinor([large, large, large, 1, Number.NaN, 1])).toBe(13510798882111490n);
  });
});

describe('decimalText', () => {
  it('writes whole numbers of minor units as decimals', () => {
    expect([
      decimalText(250031563n, 2),
      decimalText(-5, 2),
      decimalText(0, 2),
      decimalText(7n, 0),
      decimalText(1, 3),
    ]).toEqual(['2500315.63', '-0.05', '0.00', '7', '0.001']);
  });
});
