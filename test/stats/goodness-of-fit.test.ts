import { describe, expect, it } from 'vitest';
import { goodnessOfFit } from '../../src/stats/goodness-of-fit.js';

describe('goodnessOfFit', () => {
  it('gives what binom.test and chisq.test of R give', () => {
    expect(goodnessOfFit([455, 545], [0.5, 0.5])).toBeCloseTo(0.004861736392, 10);
    expect(goodnessOfFit([3, 37], [0.2, 0.8])).toBeCloseTo(0.04786946339, 8);
    expect(goodnessOfFit([480, 260, 230], [0.5, 0.25, 0.25])).toBeCloseTo(0.3755433219, 10);
  });

  it('has nothing to test without accounts, and refuses a count where none may be', () => {
    expect(goodnessOfFit([0, 0], [0.5, 0.5])).toBe(1);
    expect(goodnessOfFit([5, 1], [1, 0])).toBe(0);
  });
});
