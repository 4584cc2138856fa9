import { describe, expect, it } from 'vitest';
import { axisWidth, drawIntervalBar, drawLiftAxis, liftAxis } from '../../src/report/interval-bar.js';

describe('liftAxis', () => {
  it('spans whole doublings that hold one and every interval', () => {
    expect(liftAxis([{ estimate: 2, lower: 1.5, upper: 2.5 }], 13)).toEqual({ from: 0, to: 2, step: 6 });
    expect(liftAxis([{ estimate: 0.5, lower: 0.3, upper: 0.8 }], 13)).toEqual({ from: -2, to: 0, step: 6 });
  });
  it('ends at an eighth and at eight', () => {
    const axis = liftAxis([{ estimate: 1, lower: 0, upper: Number.POSITIVE_INFINITY }], 13);
    expect(axis).toEqual({ from: -3, to: 3, step: 2 });
  });
  it('never exceeds its width', () => {
    for (const width of [7, 13, 21]) {
      expect(axisWidth(liftAxis([{ estimate: 1, lower: 0.01, upper: 99 }], width))).toBeLessThanOrEqual(width);
    }
  });
});

describe('drawIntervalBar', () => {
  const axis = { from: -1, to: 2, step: 4 };
  it('places estimate and interval on the log axis', () => {
    expect(drawLiftAxis(axis)).toBe('½   1   2   4');
    expect(drawIntervalBar({ estimate: 2, lower: 1.41, upper: 2.83 }, axis)).toBe('    ┊ ──●──  ');
  });
  it('says when the interval goes on past the axis', () => {
    expect(drawIntervalBar({ estimate: 1, lower: 0.1, upper: 9 }, axis)).toBe('‹───●───────›');
  });
});
