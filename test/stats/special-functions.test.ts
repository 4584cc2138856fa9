import { describe, expect, it } from 'vitest';
import { betaShare } from '../../src/stats/beta-share.js';
import { gammaQuantile } from '../../src/stats/gamma-quantile.js';
import { hypergeometric, hypergeometricOne } from '../../src/stats/hypergeometric.js';
import { legendre } from '../../src/stats/legendre.js';
import { logBeta, logRising } from '../../src/stats/log-beta.js';

/** Apart by so much of the expected value. */
function error(found: number, expected: number): number {
  return Math.abs(found / expected - 1);
}

describe('hypergeometric', () => {
  it.each([
    // mpmath 1.3, 40 digits.
    [1.5, 2.25, 3.75, 0.3, 1.3636177721852494],
    [1.5, 2.25, 3.75, 0.95, 7.204252303062585],
    [0.2426, 3.4, 5.1, -2.5, 0.7925534232472585],
    [5.2, 4.4, 6.2, 0.99, 9578922.36164529],
    [3, 4, 7, 0.97, 52.531058968002434],
    [30.5, 2.5, 33.2, 0.85, 50.36733849608659],
    [-0.7, 1.3, 2.9, 0.6, 0.7993326243907848],
    [12.4, 8.1, 9.3, 0.5, 1932.061038914807],
    [0.5, 0.5, 1, 0.999, 3.081960708698816],
  ])('is right at (%d, %d; %d; %d)', (a, b, c, z, expected) => {
    expect(error(hypergeometric({ a, b, c }, z), expected)).toBeLessThan(1e-12);
  });

  it('is a logarithm, a power or 1 where it must be', () => {
    expect(hypergeometric({ a: 1, b: 1, c: 2 }, 0.5)).toBeCloseTo(2 * Math.LN2, 14);
    expect(hypergeometric({ a: 3, b: 2, c: 2 }, 0.5)).toBeCloseTo(8, 12);
    expect(hypergeometric({ a: 3, b: 2, c: 2 }, 0)).toBe(1);
    expect(hypergeometric({ a: 1, b: 1, c: 2 }, 1)).toBeNaN();
  });
});

describe('hypergeometricOne', () => {
  it.each([
    [2.5, 4.1, 0.1, 1.065494915549515],
    [2.5, 4.1, 0.9, 2.7858488947733058],
    [10.5, 11.7, 0.999, 29.091298740735567],
    [300.5, 301.2, 0.6, 2.4913574351691086],
  ])('is right at (1, %d; %d; %d)', (b, c, z, expected) => {
    expect(error(hypergeometricOne({ b, c }, z), expected)).toBeLessThan(1e-10);
  });
});

describe('logBeta', () => {
  it.each([
    [0.5, 0.5, Math.log(Math.PI)],
    [2, 3, -Math.log(12)],
    [0.24, 1e6, -1.984543299245356],
    [1e5, 2e5, -190958.88527911686],
    [30, 0.001, 6.903794430303829],
  ])('is right at (%d, %d)', (a, b, expected) => {
    expect(error(logBeta(a, b), expected)).toBeLessThan(1e-13);
    expect(logBeta(b, a)).toBe(logBeta(a, b));
  });

  it('keeps a rising product where both log-gammas are huge', () => {
    expect(logRising(0.5, 3)).toBeCloseTo(Math.log(0.5 * 1.5 * 2.5), 13);
    expect(error(logRising(1e8, 3), 55.2620422618571)).toBeLessThan(1e-14);
  });
});

describe('betaShare', () => {
  it.each([
    [0.5, 2.5, 0.1, 0.5104102554355725],
    [30, 4, 0.9, 0.5769436641256926],
    [6, 100, 0.02, 0.01924071171677449],
  ])('is right for Beta(%d, %d) below %d', (a, b, x, expected) => {
    expect(error(betaShare({ a, b }, x), expected)).toBeLessThan(1e-12);
  });

  it('is a power for b = 1, and 0 and 1 at the ends', () => {
    expect(betaShare({ a: 3, b: 1 }, 0.2)).toBeCloseTo(0.008, 15);
    expect([betaShare({ a: 2, b: 5 }, 0), betaShare({ a: 2, b: 5 }, 1)]).toEqual([0, 1]);
  });
});

describe('gammaQuantile', () => {
  it.each([
    // scipy 1.17, gamma.ppf.
    [0.3, 0.025, 3.1856790317391693e-6],
    [5, 0.975, 10.241588675403694],
    [200, 0.5, 199.6667656124657],
  ])('is right for shape %d at %d', (shape, share, expected) => {
    expect(error(gammaQuantile(shape, share), expected)).toBeLessThan(1e-9);
  });
});

describe('legendre', () => {
  it('is exact for polynomials of twice its points less one', () => {
    const integral = legendre(4).reduce((sum, { point, weight }) => sum + weight * (point ** 6 + point ** 7), 0);
    expect(integral).toBeCloseTo(2 / 7, 14);
    expect(legendre(32).reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(2, 13);
  });
});
