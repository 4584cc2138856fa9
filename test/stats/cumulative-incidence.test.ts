import { describe, expect, it } from 'vitest';
import { cumulativeIncidence } from '../../src/stats/cumulative-incidence.js';
import { kaplanMeier } from '../../src/stats/kaplan-meier.js';
import { keptShare } from '../../src/stats/kept-share.js';
import { createRandom } from '../../src/stats/random.js';

const durations = Float64Array.from([1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12]);
const ends = Uint8Array.from([1, 2, 0, 1, 2, 0, 1, 1, 2, 0, 2, 0]);

describe('cumulativeIncidence', () => {
  it("agrees with R's survfit of several states", () => {
    const at = (time: number) => cumulativeIncidence({ durations, ends }, time).estimate;
    expect(at(1)).toBeCloseTo(0.08333333, 8);
    expect(at(3)).toBeCloseTo(0.17592593, 8);
    expect(at(6)).toBeCloseTo(0.28395062, 8);
    expect(at(12)).toBeCloseTo(0.39197531, 8);
    const others = cumulativeIncidence({ durations, ends: ends.map((end) => [0, 2, 1][end]) }, 12);
    expect(others.estimate).toBeCloseTo(0.44598765, 8);
  });

  it('counts by hand: two of four won, one lost before', () => {
    // Day 1: 1 of 4 lost; day 2: 1 of 3 won → ¾ · ⅓; day 3: 1 of 2 won → ¾ · ⅔ · ½.
    const four = { durations: Float64Array.of(1, 2, 3, 4), ends: Uint8Array.of(2, 1, 1, 0) };
    expect(cumulativeIncidence(four, 2).estimate).toBeCloseTo(0.25, 12);
    expect(cumulativeIncidence(four, 3).estimate).toBeCloseTo(0.5, 12);
  });

  it('is one less Kaplan and Meier, with the same variance, where nothing else ends an account', () => {
    const alone = ends.map((end) => Number(end === 1));
    const curve = kaplanMeier({ durations, events: alone });
    const found = cumulativeIncidence({ durations, ends: alone }, 7);
    expect(found.estimate).toBeCloseTo(1 - keptShare(curve, 7).estimate, 12);
    const error = Math.sqrt(curve.variance[3]) * curve.kept[3];
    const onScale = error / Math.abs(found.estimate * Math.log(found.estimate));
    expect(found.lower).toBeCloseTo(found.estimate ** Math.exp(1.959964 * onScale), 6);
  });

  it('covers the truth in 93 to 97 of 100 samples', () => {
    const random = createRandom(5);
    let covered = 0;
    const samples = 600;
    for (let sample = 0; sample < samples; sample++) {
      const times = new Float64Array(150);
      const kinds = new Uint8Array(150);
      for (let i = 0; i < 150; i++) {
        const [won, lost, seen] = [0.02, 0.03, 0.015].map((rate) => -Math.log(1 - random.next()) / rate);
        times[i] = Math.min(won, lost, seen);
        kinds[i] = times[i] === won ? 1 : times[i] === lost ? 2 : 0;
      }
      const truth = 0.4 * (1 - Math.exp(-0.05 * 20));
      const { lower, upper } = cumulativeIncidence({ durations: times, ends: kinds }, 20);
      if (lower <= truth && truth <= upper) covered++;
    }
    expect(covered / samples).toBeGreaterThan(0.93);
    expect(covered / samples).toBeLessThan(0.97);
  });
});
