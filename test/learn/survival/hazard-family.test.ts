import { describe, expect, it } from 'vitest';
import { fitAdditive } from '../../../src/learn/fit-additive.js';
import { hazardFamily, hazardLosses } from '../../../src/learn/survival/hazard-family.js';
import { exposuresOf } from '../../../src/learn/survival/time-bins.js';
import { veteran } from '../../stats/veteran.js';

/** Staying in each of eight months, by R 4's glm(event ~ factor(month) − 1 + celltype, binomial) on 493 person-months, signs turned. */
const base = Float64Array.of(
  1.57336357112,
  1.8646298681,
  2.46089001721,
  1.6191226812,
  1.91183338759,
  1.68029892412,
  2.34899325134,
  2.1258645119,
);
const effects = { q: 0, s: -1.12593267308, a: -1.24875085349, l: -0.0776172009 };

/** Months of thirty days, nothing known beyond the eighth. */
function months() {
  const { durations, events, cellType } = veteran();
  const month = durations.map((days) => Math.ceil(days / 30));
  const exposures = exposuresOf(
    { durations: month, events },
    { from: 0, edges: Float64Array.from({ length: 8 }, (_, k) => k + 1) },
  );
  return { exposures, codes: Uint8Array.from(cellType, (type) => 'qsal'.indexOf(type)) };
}

describe('hazardFamily', () => {
  it('gives the log-likelihood of the person-periods that R expands, without expanding them', () => {
    const { exposures, codes } = months();
    const predictor = Float64Array.from(codes, (code) => effects['qsal'[code] as 'q']);
    const family = hazardFamily(base, exposures);
    // deviance(glm) ÷ 2
    expect(family.lossOf({ labels: exposures, weights: null, predictor })).toBeCloseTo(242.3614803, 5);
    const each = hazardLosses(base, { exposures, predictor });
    expect(each.reduce((sum, loss) => sum + loss, 0)).toBeCloseTo(242.3614803, 5);
  });

  it('finds the coefficients of glm where the base is given', () => {
    const { exposures, codes } = months();
    const { terms, intercept } = fitAdditive(
      { terms: [{ codes, size: 4, ordered: 0, prior: null }], labels: exposures },
      { family: hazardFamily(base, exposures), precision: 1e-7, keepPrecisions: true },
    );
    const values = terms[0].values.map((value) => value + intercept);
    for (const [code, type] of [...'qsal'].entries()) expect(values[code]).toBeCloseTo(effects[type as 'q'], 3);
  });

  it('has slopes and curvatures that are the derivatives of its loss, parts of periods included', () => {
    const exposures = Float64Array.of(3, -2.4, -8, 1, 0);
    const family = hazardFamily(base, exposures);
    const predictor = Float64Array.of(0.31, -1.27, 2.05, -3.3, 1);
    const lossOf = (shift: number) =>
      exposures.map((exposure, row) =>
        family.lossOf({
          labels: Float64Array.of(exposure),
          weights: null,
          predictor: Float64Array.of(predictor[row] + shift),
        }),
      );
    const [residual, curvature] = [new Float64Array(5), new Float64Array(5)];
    family.differentiate({ labels: exposures, weights: null, predictor }, { residual, curvature });
    const [below, at, above] = [lossOf(-0.01), lossOf(0), lossOf(0.01)];
    for (let row = 0; row < 5; row++) {
      expect(residual[row]).toBeCloseTo(-(above[row] - below[row]) / 0.02, 4);
      expect(curvature[row]).toBeCloseTo((above[row] - 2 * at[row] + below[row]) / 1e-4, 2);
    }
    // Watched for nothing: nothing is known.
    expect([residual[4], curvature[4], at[4]]).toEqual([-0, 0, 0]);
  });
});

describe('exposuresOf', () => {
  it('counts the period of an end, the periods that were outlasted, and parts of wide bins', () => {
    const bins = { from: 0, edges: Float64Array.of(1, 2, 6) };
    const of = { durations: Float64Array.of(1, 2, 3, 0, 9, 9), events: Uint8Array.of(1, 0, 0, 0, 0, 1) };
    expect([...exposuresOf(of, bins)]).toEqual([1, -2, -2.25, 0, -3, -3]);
  });
});
