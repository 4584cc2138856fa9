import { describe, expect, it } from 'vitest';
import { fitAdditive } from '../../src/learn/fit-additive.js';
import { evidenceOf, penaltyOf } from '../../src/learn/term-block.js';
import { createRandom } from '../../src/stats/random.js';

describe('evidenceOf', () => {
  it('is that of the one contrast of two cells, worked by hand', () => {
    // The contrast has information 1, prior variance 1 and the gradient √2: ½ (-ln 2 + 2 / 2).
    const sums = { gradient: Float64Array.of(1, -1), hessian: Float64Array.of(1, 1) };
    const penalty = penaltyOf({ size: 2, ordered: 0 });
    const values = new Float64Array(2);
    expect(evidenceOf(sums, { penalty, values, precision: 1, prior: null })).toBeCloseTo((1 - Math.log(2)) / 2, 12);
  });
});

describe('choosePrecisions', () => {
  const accounts = 2400;
  const codesOf = (size: number, step: number) =>
    Uint8Array.from({ length: accounts }, (_, i) => Math.floor(i / step) % size);
  const random = createRandom(7);

  it('holds chains that say nothing and lets many categories lie apart', () => {
    const rising = codesOf(12, 1);
    const regions = codesOf(60, 12);
    const labels = Uint8Array.from(rising, (code, i) =>
      random.next() < 1 / (1 + Math.exp(-(code - 5.5) / 3 - ((regions[i] % 5) - 2))) ? 1 : 0,
    );
    const empty = Array.from({ length: 5 }, () => rising.map(() => random.int(12)));
    const chains = [rising, ...empty].map((codes) => ({ codes, size: 12, ordered: 12, prior: null }));
    const terms = [...chains, { codes: regions, size: 60, ordered: 0, prior: null }];
    const fit = fitAdditive({ terms, labels }, { keepPrecisions: true, chooseOnce: true });
    const precisions = fit.terms.map(({ precision }) => precision);
    expect(precisions[0]).toBeLessThan(10);
    for (const precision of precisions.slice(1, 6)) expect(precision).toBeGreaterThan(30);
    expect(precisions[6]).toBeLessThan(2);
  });
});
