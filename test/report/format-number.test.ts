import { describe, expect, it } from 'vitest';
import {
  formatAuc,
  formatAucRange,
  formatCount,
  formatDecimal,
  formatLift,
  formatLiftRange,
  formatPoints,
  formatQ,
  formatShare,
} from '../../src/report/format-number.js';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('formatCount', () => {
  it('separates thousands', () => {
    expect([0, 999, 1000, 1761, 1234567].map(formatCount)).toEqual(['0', '999', '1,000', '1,761', '1,234,567']);
  });
  it('has a dash for what is no number', () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY].map(formatCount)).toEqual(['–', '–']);
  });
});

describe('formatShare', () => {
  it('gives whole per cents from ten up and one decimal below', () => {
    expect([0.31, 0.1, 0.042, 0.0995].map(formatShare).map(plain)).toEqual(['31 %', '10 %', '4.2 %', '10 %']);
  });
  it('says none and all only when that is exact', () => {
    expect([0, 0.0004, 0.996, 0.9999, 1].map(formatShare).map(plain)).toEqual([
      '0 %',
      '< 0.1 %',
      '99.6 %',
      '> 99.9 %',
      '100 %',
    ]);
  });
  it('keeps number and sign on one line', () => {
    expect(formatShare(0.31)).toBe('31\u00a0%');
  });
});

describe('formatLift', () => {
  const cases: [number, number, number, string, string][] = [
    [1.8, 1.5, 2.1, '×1.8', '1.5–2.1'],
    [1.31, 1.27, 1.34, '×1.31', '1.27–1.34'],
    [0.42, 0.31, 0.55, '×0.42', '0.31–0.55'],
    [12.4, 8.2, 19, '×12', '8–19'],
    [1, 1, 1, '×1.00', '1.00–1.00'],
  ];
  it.each(cases)('shows %d (%d to %d) as precisely as the interval allows', (estimate, lower, upper, text, range) => {
    const lift = { estimate, lower, upper };
    expect([formatLift(lift), formatLiftRange(lift)]).toEqual([text, range]);
  });
  it('bears an open interval and a missing estimate', () => {
    expect(formatLiftRange({ estimate: 3, lower: 0.5, upper: Number.POSITIVE_INFINITY })).toBe('0.5–∞');
    expect(formatLift({ estimate: Number.NaN, lower: Number.NaN, upper: Number.NaN })).toBe('–');
  });
});

describe('formatAuc', () => {
  it('has two decimals', () => {
    const auc = { estimate: 0.841, lower: 0.8201, upper: 0.8649 };
    expect([formatAuc(auc), formatAucRange(auc)]).toEqual(['0.84', '0.82–0.86']);
  });
});

describe('formatQ', () => {
  it('drops the leading zero and never says zero', () => {
    expect([0, 0.00099, 0.001, 0.0094, 0.0096, 0.04, 0.31, 1].map(formatQ).map(plain)).toEqual([
      '< .001',
      '< .001',
      '.001',
      '.009',
      '.01',
      '.04',
      '.31',
      '1',
    ]);
  });
});

describe('formatPoints', () => {
  it('always has its sign', () => {
    expect([12, -7, 0, 0.4, -0.4].map(formatPoints)).toEqual(['+12', '−7', '0', '0', '0']);
  });
});

describe('formatDecimal', () => {
  it('has a real minus and no negative zero', () => {
    expect([formatDecimal(-1.5, 1), formatDecimal(-0.001, 1)]).toEqual(['−1.5', '0.0']);
  });
});
