import { describe, expect, it } from 'vitest';
import { laplaceLeaveOneOut } from '../../src/stats/laplace-leave-one-out.js';

describe('laplaceLeaveOneOut', () => {
  it('gives each of two independent accounts even odds', () => {
    const covariance = Float64Array.of(1, 0, 0, 1);
    const { logLikelihood } = laplaceLeaveOneOut(covariance, {
      labels: Uint8Array.of(1, 0),
      mean: new Float64Array(2),
    });
    expect(logLikelihood).toBeCloseTo(2 * Math.log(0.5), 6);
  });

  it('is near to leaving each account out and fitting anew', () => {
    const n = 12;
    const at = Float64Array.from({ length: n }, (_, i) => i / 2);
    const labels = Uint8Array.from([0, 0, 1, 0, 0, 1, 0, 1, 1, 1, 0, 1]);
    const covariance = (rows: readonly number[]) =>
      Float64Array.from(rows.flatMap((a) => rows.map((b) => 2 * Math.exp(-((at[a] - at[b]) ** 2) / 4))));
    const all = [...at.keys()];
    const near = laplaceLeaveOneOut(covariance(all), { labels, mean: new Float64Array(n) });
    let anew = 0;
    for (const left of all) {
      const rows = all.filter((row) => row !== left);
      const fit = laplaceLeaveOneOut(covariance(rows), {
        labels: Uint8Array.from(rows, (row) => labels[row]),
        mean: new Float64Array(n - 1),
      });
      // E[f*] = k' dual, the dual at the mode being label − p.
      const logOdds = rows.reduce((sum, row, i) => {
        const dual = labels[row] - 1 / (1 + Math.exp(-fit.logOdds[i]));
        return sum + 2 * Math.exp(-((at[left] - at[row]) ** 2) / 4) * dual;
      }, 0);
      anew -= Math.log1p(Math.exp(labels[left] === 1 ? -logOdds : logOdds));
    }
    expect(Math.abs(near.logLikelihood - anew)).toBeLessThan(0.2);
  });

  it('starts from what is believed', () => {
    const { logOdds } = laplaceLeaveOneOut(Float64Array.of(1e-6), {
      labels: Uint8Array.of(1),
      mean: Float64Array.of(-2),
    });
    expect(logOdds[0]).toBeCloseTo(-2, 4);
  });
});
