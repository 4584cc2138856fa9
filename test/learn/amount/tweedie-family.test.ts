import { describe, expect, it } from 'vitest';
import { tweedieFamily } from '../../../src/learn/amount/tweedie-family.js';
import { fitAdditive } from '../../../src/learn/fit-additive.js';
import { tweedieDeviance } from '../../../src/stats/tweedie-deviance.js';

/** Two attributes of three and four values; one amount in five is zero. */
const amounts = Float64Array.from([
  0, 19.89, 31.76, 12, 22.1, 0, 14, 24.31, 27.15, 16, 0, 9.05, 18, 21.29, 10.86, 0, 22.92, 12.67, 16.3, 24.56, 0, 17.78,
  8.19, 40.06, 19.26, 0, 44.51, 20.74, 8.49, 48.96, 0, 9.7, 53.41, 5.49, 10.92, 0, 6.59, 12.13, 46.16, 7.68, 0, 49.46,
  8.78, 35.8, 16.49, 0, 38.79, 19.78, 8.13, 41.77, 0, 8.94, 44.75, 19.54, 9.76, 0, 21.99, 10.57, 13.26, 24.43,
]);
const terms = [
  { codes: Uint8Array.from(amounts, (_, i) => i % 3), size: 3, ordered: 0, prior: null },
  { codes: Uint8Array.from(amounts, (_, i) => Math.floor((i * 7) / 5) % 4), size: 4, ordered: 0, prior: null },
];

describe('tweedieFamily', () => {
  it('gives the coefficients of scikit-learn 1.x TweedieRegressor(power=1.5, alpha=0) and of statsmodels GLM', () => {
    const fit = fitAdditive(
      { terms, labels: amounts },
      { family: tweedieFamily(1), precision: 1e-9, keepPrecisions: true },
    );
    const [a, b] = fit.terms.map(({ values }) => values);
    expect(a[1] - a[0]).toBeCloseTo(0.54803465, 4);
    expect(a[2] - a[0]).toBeCloseTo(0.84170686, 4);
    expect(b[1] - b[0]).toBeCloseTo(-0.32216442, 4);
    expect(b[2] - b[0]).toBeCloseTo(-0.70238496, 4);
    expect(b[3] - b[0]).toBeCloseTo(-1.03919795, 4);
    expect(fit.intercept + a[0] + b[0]).toBeCloseTo(2.7665088, 4);
    expect(tweedieDeviance(fit.logOdds.map(Math.exp), amounts)).toBeCloseTo(3.7382971, 6);
  });

  it('differentiates its own loss', () => {
    const family = tweedieFamily(0.7);
    const at = (x: number) => ({
      labels: Float64Array.of(3),
      weights: Float64Array.of(2),
      predictor: Float64Array.of(x),
    });
    const into = { residual: new Float64Array(1), curvature: new Float64Array(1) };
    family.differentiate(at(0.4), into);
    const h = 1e-4;
    const [less, here, more] = [0.4 - h, 0.4, 0.4 + h].map((x) => family.lossOf(at(x)));
    expect(into.residual[0]).toBeCloseTo((less - more) / (2 * h), 6);
    expect(into.curvature[0]).toBeCloseTo((less - 2 * here + more) / h ** 2, 5);
  });
});
