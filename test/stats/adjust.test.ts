import { describe, expect, it } from 'vitest';
import { adjustBenjaminiHochberg } from '../../src/stats/adjust-benjamini-hochberg.js';
import { adjustHolm } from '../../src/stats/adjust-holm.js';

const p = [0.01, 0.04, 0.03, 0.005, 0.5, 0.2];

describe('adjustBenjaminiHochberg', () => {
  it('gives what scipy gives', () => {
    // scipy 1.17.1: false_discovery_control(p, method='bh')
    const q = adjustBenjaminiHochberg(p);
    [0.03, 0.06, 0.06, 0.03, 0.5, 0.24].forEach((value, i) => {
      expect(q[i]).toBeCloseTo(value, 14);
    });
  });

  it('finds the four of the fifteen of the 1995 paper', () => {
    // Benjamini and Hochberg 1995, section 3.2: four hypotheses at q* = .05, where Bonferroni finds three.
    const paper = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    expect(adjustBenjaminiHochberg(paper).filter((value) => value <= 0.05)).toHaveLength(4);
    expect(adjustHolm(paper).filter((value) => value <= 0.05)).toHaveLength(3);
  });

  it('gives nothing for nothing', () => {
    expect(adjustBenjaminiHochberg([])).toHaveLength(0);
  });
});

describe('adjustHolm', () => {
  it('multiplies by what is left, and never falls', () => {
    // By hand, ascending: .005·6, .01·5, .03·4, .04·3 = .12, .2·2, .5·1.
    const adjusted = adjustHolm(p);
    [0.05, 0.12, 0.12, 0.03, 0.5, 0.4].forEach((value, i) => {
      expect(adjusted[i]).toBeCloseTo(value, 14);
    });
  });

  it('stops at 1', () => {
    expect([...adjustHolm([0.9, 0.8])]).toEqual([1, 1]);
  });
});
