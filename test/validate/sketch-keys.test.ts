import { describe, expect, it } from 'vitest';
import { overlapWithSketch, sketchKeys } from '../../src/validate/sketch-keys.js';

const keys = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `A-${from + i}`);

describe('sketchKeys', () => {
  it('keeps 128 hashes, ascending, whatever the order and however often a key stands there', () => {
    const sketch = sketchKeys(keys(0, 5000));
    expect(sketch).toHaveLength(128);
    expect(sketch).toEqual([...sketch].sort((a, b) => a - b));
    expect(sketchKeys([...keys(0, 5000).reverse(), 'A-7'])).toEqual(sketch);
  });
});

describe('overlapWithSketch', () => {
  const sketch = sketchKeys(keys(0, 5000));

  it('knows a part of what was learnt from', () => {
    expect(overlapWithSketch(keys(1000, 2400), sketch)).toBe(1);
  });

  it('finds none in other accounts', () => {
    expect(overlapWithSketch(keys(9000, 14_000), sketch)).toBe(0);
  });

  it('estimates the share of a mixture', () => {
    expect(overlapWithSketch(keys(2500, 7500), sketch)).toBeCloseTo(0.5, 1);
  });

  it('knows every key of a small set', () => {
    expect(overlapWithSketch(keys(0, 10), sketchKeys(keys(0, 50)))).toBe(1);
    expect(overlapWithSketch(keys(0, 20), sketchKeys(keys(10, 60)))).toBe(0.5);
  });

  it('says nothing from too few', () => {
    expect(overlapWithSketch(keys(0, 3), sketch)).toBeNull();
  });
});
