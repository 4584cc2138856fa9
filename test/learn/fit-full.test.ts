import { describe, expect, it } from 'vitest';
import { openKernels } from '../../src/kernels/open-kernels.js';
import type { TermInput } from '../../src/learn/additive-model.js';
import { fitFull } from '../../src/learn/fit-full.js';
import { fullTermsOf } from '../../src/learn/fit-mains.js';
import { createRandom } from '../../src/stats/random.js';

/** Five attributes of three cells; `together`: log-odds where the first two agree, against where they do not. */
function draw(seed: number, { rowCount, together }: { rowCount: number; together: number }) {
  const random = createRandom(seed);
  const columns = Array.from({ length: 5 }, () => Uint8Array.from({ length: rowCount }, () => random.int(3)));
  const labels = Uint8Array.from({ length: rowCount }, (_, i) => {
    const logOdds = columns[0][i] === columns[1][i] ? together : -together / 2;
    return random.next() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
  });
  const fine = columns.map((codes): TermInput => ({ codes, size: 5, ordered: 0, prior: null }));
  return { terms: fullTermsOf(fine), labels };
}

describe('fitFull', () => {
  it('finds the pair that was planted, and tells it as a table of means zero', () => {
    const fit = fitFull(draw(1, { rowCount: 3000, together: 1 }));
    const strength = fit.pairs.map(({ values }) => Math.max(...values.map(Math.abs)));
    expect(fit.pairs[0]).toMatchObject({ a: 0, b: 1, sizeA: 3, sizeB: 3 });
    expect(Math.max(...strength.slice(1))).toBeLessThan(0.15);
    const { values, cellOfA, cellOfB } = fit.pairs[0];
    const at = (x: number, y: number) => values[cellOfA[x] * 3 + cellOfB[y]];
    // Truth: 1 on the diagonal and -0.5 beside it.
    for (const x of [0, 1, 2]) for (const y of [0, 1, 2]) expect(at(x, y)).toBeCloseTo(x === y ? 1 : -0.5, 0);
  });

  it('keeps additive data additive', () => {
    const fit = fitFull(draw(2, { rowCount: 3000, together: 0 }));
    for (const { values } of fit.pairs) expect(Math.max(...values.map(Math.abs))).toBeLessThan(0.15);
  });

  it('gives every account the sum of its shapes and tables', () => {
    const data = draw(3, { rowCount: 600, together: 1.5 });
    const { final, pairs } = fitFull(data);
    const codes = data.terms.fine.map((term) => term.codes);
    expect(pairs.length).toBeGreaterThan(0);
    for (const i of [0, 17, 599]) {
      const shapes = final.terms.reduce((sum, term, j) => sum + term.values[codes[j][i]], final.intercept);
      const tables = pairs.reduce(
        (sum, pair) => sum + pair.values[pair.cellOfA[codes[pair.a][i]] * pair.sizeB + pair.cellOfB[codes[pair.b][i]]],
        0,
      );
      expect(final.logOdds[i]).toBeCloseTo(shapes + tables, 10);
    }
  });

  it('comes to the same bytes by compiled and by plain loops', () => {
    const data = draw(5, { rowCount: 700, together: 1 });
    const [compiled, plain] = [fitFull(data, { kernels: openKernels() }), fitFull(data)];
    expect(compiled.final).toEqual(plain.final);
    expect(compiled.pairs).toEqual(plain.pairs);
  });

  it('predicts accounts that are left out by the pairs of the others', () => {
    const data = draw(4, { rowCount: 2000, together: 1 });
    const full = fitFull(data);
    const weights = Float64Array.from(data.labels, (_, i) => (i % 5 === 0 ? 0 : 1));
    const { final } = fitFull(data, { weights, like: { fit: full, share: 0.8 } });
    const lossOf = (logOdds: Float64Array) =>
      logOdds.reduce((sum, x, i) => sum + (i % 5 === 0 ? Math.log1p(Math.exp(data.labels[i] === 1 ? -x : x)) : 0), 0) /
      400;
    // Log-loss of the base rate is .693, of the truth .636 (a third of the accounts agree).
    expect(lossOf(final.logOdds)).toBeLessThan(0.67);
  });
});
