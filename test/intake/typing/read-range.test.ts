import { describe, expect, it } from 'vitest';
import { rangeMark, readRange } from '../../../src/intake/typing/read-range.js';

const bounds = (cell: string) => {
  const range = readRange(cell, rangeMark([cell]));
  return range === null ? null : [range.lower, range.upper];
};

describe('readRange', () => {
  it.each([
    ['51-200 employees', 51, 200],
    ['1-10', 1, 10],
    ['10,001+', 10001, null],
    ['10,001+ employees', 10001, null],
    ['1,001-5,000', 1001, 5000],
    ['1.001 – 5.000 Mitarbeiter', 1001, 5000],
    ['10 000 - 50 000', 10000, 50000],
    ['<50', 0, 50],
    ['>1000', 1000, null],
    ['10k–50k', 10000, 50000],
    ['1-5M', 1e6, 5e6],
    ['500K - 1M', 500000, 1e6],
    ['100-1k', 100, 1000],
    ['$1M - $5M', 1e6, 5e6],
    ['$1.5M–$2.5M', 1.5e6, 2.5e6],
    ['Under $1 Million', 0, 1e6],
    ['$1 billion and over', 1e9, null],
    ['over $1B', 1e9, null],
    ['€10.000 bis €20.000', 10000, 20000],
    ['EUR 10k to EUR 50k', 10000, 50000],
    ['18 to 24', 18, 24],
    ['18-24 years old', 18, 24],
    ['18 years to 24 years', 18, 24],
    ['65 years and older', 65, null],
    ['65 or more', 65, null],
    ['5000 und mehr', 5000, null],
    ['ab 5000', 5000, null],
    ['unter 18', 0, 18],
    ['bis 18 Jahre', 0, 18],
    ['moins de 10 salariés', 0, 10],
    ['10 à 49 salariés', 10, 49],
    ['de 10 a 49 empleados', 10, 49],
    ['más de 250', 250, null],
    ['between 10 and 20', 10, 20],
    ['Mid-market (51-200)', 51, 200],
    ['SMB: 1-50', 1, 50],
    ['Enterprise (1000+ employees)', 1000, null],
    ['10-20 %', 10, 20],
    ['1-2 weeks', 1, 2],
    ['0–1', 0, 1],
  ])('reads %s', (cell, lower, upper) => {
    expect(bounds(cell)).toEqual([lower, upper]);
  });

  it.each([
    '2024-03',
    '2023-2024',
    '3-1',
    '01-05',
    '1.2.3-1.2.4',
    '1.2.3+',
    '+1 555 0100',
    'A-12',
    '12',
    '5 employees',
    '24/7',
    '12-a',
    '1-2-3',
    '192.168.0.1-20',
    'Room 5-10 b',
    '-5-10',
    'plan B+',
    'C++',
    '',
  ])('leaves %s', (cell) => {
    expect(bounds(cell)).toBeNull();
  });

  it('answers at once about long and odd cells', () => {
    const before = performance.now();
    for (const cell of [`1${' a'.repeat(29)}`, `1-2${'a'.repeat(56)}!`, '1 '.repeat(30), `${'a'.repeat(50)}1-2 b c!`])
      expect(bounds(cell)).toBeNull();
    expect(performance.now() - before).toBeLessThan(200);
  });
});
