import { describe, expect, it } from 'vitest';
import type { TermInput } from '../../src/learn/additive-model.js';
import { fitAdditive } from '../../src/learn/fit-additive.js';
import { createRandom } from '../../src/stats/random.js';

const rows = Array.from({ length: 120 }, (_, i) => i);
const a = rows.map((i) => (i * 7) % 3);
const b = rows.map((i) => (i * 5 + Math.floor(i / 9)) % 4);
const residue = (i: number) => (i * i * 3 + i) % 11;
const labels = Uint8Array.from(rows, (i) => (residue(i) < 4 + (a[i] === 1 ? 2 : 0) - (b[i] === 3 ? 2 : 0) ? 1 : 0));
const term = (codes: readonly number[], size: number, ordered = 0): TermInput => ({
  codes: Uint8Array.from(codes),
  size,
  ordered,
  prior: null,
});

describe('fitAdditive', () => {
  // Oracle: scikit-learn 1.2 LogisticRegression(C=0.5) on the one-hot table of a and b, centred by count afterwards.
  it('is ridge logistic regression on nominal terms of fixed precision', () => {
    const fit = fitAdditive({ terms: [term(a, 3), term(b, 4)], labels }, { precision: 2, keepPrecisions: true });
    expectClose(fit.terms[0].values, [-0.40029054, 0.65369746, -0.25340693]);
    expectClose(fit.terms[1].values, [0.30892332, 0.28860529, 0.18596371, -0.89421974]);
    expect(fit.intercept).toBeCloseTo(0.106593, 3);
  });

  // Oracle: scipy 1.10 minimize(BFGS) on the written-out objective with λ = 3, the chain's weight 5/12 and .1 on every cell.
  it('is a random walk on ordered terms', () => {
    const c = rows.map((i) => (i * 3 + Math.floor(i / 7)) % 5);
    const rising = Uint8Array.from(rows, (i) => (residue(i) < 2 + c[i] ? 1 : 0));
    const data = { terms: [term(c, 5, 5)], labels: rising };
    const fit = fitAdditive(data, { precision: 3, keepPrecisions: true });
    expectClose(fit.terms[0].values, [-1.33295692, -0.60764295, 0.15104899, 0.97330857, 0.84646372]);
    expect(fit.intercept).toBeCloseTo(0.022042, 3);
  });

  it('comes to the same by sweeping term by term, as models with too many cells are fitted', () => {
    const random = createRandom(3);
    const wide = term(
      Array.from({ length: 120 }, () => random.int(2600)),
      2600,
    );
    // 2,600 cells of their own are too many to solve jointly; a strong precision leaves them without effect.
    const options = { precision: [2, 2, 1e6], keepPrecisions: true };
    const fit = fitAdditive(
      { terms: [term(a, 3), term(b, 4), { ...wide, codes: Uint16Array.from(wide.codes) }], labels },
      options,
    );
    expectClose(fit.terms[0].values, [-0.40029, 0.6537, -0.25341]);
  });

  it('shrinks a term without signal to nothing and keeps one that has it', () => {
    const random = createRandom(5);
    const signal = Array.from({ length: 4000 }, () => random.int(4));
    const noise = Array.from({ length: 4000 }, () => random.int(20));
    const outcome = Uint8Array.from(signal, (code) => (random.next() < 0.2 + 0.15 * code ? 1 : 0));
    const fit = fitAdditive({ terms: [term(signal, 4), term(noise, 20, 20)], labels: outcome });
    expect(fit.terms[0].degrees).toBeGreaterThan(2.5);
    expect(fit.terms[1].degrees).toBeLessThan(1.5);
    // Truth: logit(.2) − logit(.65) = −2.0 between the outer cells.
    expect(fit.terms[0].values[3] - fit.terms[0].values[0]).toBeCloseTo(2, 0);
  });

  it('returns the beliefs without data, and lets data overrule them', () => {
    const prior = { mean: Float64Array.of(1, -1, 0), precision: Float64Array.of(5, 5, 0) };
    const none = fitAdditive({ terms: [{ ...term([], 3), prior }], labels: new Uint8Array(0) });
    expectClose(none.terms[0].values, [1, -1, 0]);
    const codes = rows.flatMap(() => [0, 0, 1, 1]);
    const against = Uint8Array.from(codes, (code, i) => (code === 1 ? 1 : i % 3 === 0 ? 1 : 0));
    const much = fitAdditive({ terms: [{ ...term(codes, 3), prior }], labels: against });
    expect(much.terms[0].values[1]).toBeGreaterThan(much.terms[0].values[0]);
  });

  it('gives weights the meaning of copies', () => {
    const weights = Float64Array.from(rows, (i) => (i < 60 ? 2 : 0));
    const weighted = fitAdditive({ terms: [term(a, 3)], labels }, { weights });
    const twice = rows.filter((i) => i < 60).flatMap((i) => [i, i]);
    const copied = fitAdditive({
      terms: [
        term(
          twice.map((i) => a[i]),
          3,
        ),
      ],
      labels: Uint8Array.from(twice, (i) => labels[i]),
    });
    expectClose(weighted.terms[0].values, [...copied.terms[0].values]);
  });

  it('stays finite when an attribute separates the outcomes', () => {
    const codes = rows.map((i) => i % 2);
    const fit = fitAdditive({ terms: [term(codes, 2)], labels: Uint8Array.from(codes) });
    expect(fit.terms[0].values[1]).toBeGreaterThan(2);
    expect(fit.terms[0].values[1]).toBeLessThan(30);
  });
});

function expectClose(actual: Float64Array, expected: readonly number[], digits = 3): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, k) => {
    expect(actual[k]).toBeCloseTo(value, digits);
  });
}
