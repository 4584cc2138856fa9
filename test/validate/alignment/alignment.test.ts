import { describe, expect, it } from 'vitest';
import type { Tier } from '../../../src/model/scorecard.js';
import { findFailingMatches, type IdealMatch } from '../../../src/validate/alignment/find-failing-matches.js';
import { measureAlignment } from '../../../src/validate/alignment/measure-alignment.js';

const tier = Array.from({ length: 200 }, (_, i): Tier => (i < 100 ? 'ideal' : i < 190 ? 'stretch' : 'bad'));
const of = (value: (row: number) => number) => Float64Array.from(tier, (_, row) => value(row));

describe('measureAlignment', () => {
  it('counts a rate by tier, and the ideal tier against the rest', () => {
    const values = of((row) => Number(row % (row < 100 ? 10 : 4) === 0));
    const [kpi] = measureAlignment([{ name: 'churn', kind: 'rate', good: 'lower', values }], tier);
    expect(kpi.byTier.map(({ tier: name, accounts }) => [name, accounts])).toEqual([
      ['ideal', 100],
      ['stretch', 90],
      ['all', 200],
    ]);
    expect(kpi.byTier[0].value.estimate).toBe(0.1);
    expect(kpi.difference?.estimate).toBeCloseTo(-0.15, 10);
    expect(kpi.isBetter).toBe(true);
  });

  it('says of medians how many times as long, and of a longer cycle that it is worse', () => {
    const values = of((row) => (row < 100 ? 60 : 30) + (row % 7));
    const [kpi] = measureAlignment([{ name: 'days to close', kind: 'median', good: 'lower', values }], tier);
    expect(kpi.difference?.estimate).toBeCloseTo(1.9, 1);
    expect(kpi.isBetter).toBe(false);
  });

  it('shows no group under eleven, and compares nothing that is not known', () => {
    const values = of((row) => (row < 5 || row > 150 ? 1 : Number.NaN));
    const [kpi] = measureAlignment([{ name: 'deal size', kind: 'mean', good: 'higher', values }], tier);
    expect(kpi.byTier.map(({ tier: name }) => name)).toEqual(['stretch', 'all']);
    expect([kpi.difference, kpi.isBetter]).toEqual([null, null]);
  });
});

describe('findFailingMatches', () => {
  const matches = (label: (i: number) => number): IdealMatch[] =>
    Array.from({ length: 90 }, (_, i) => ({
      account: `A-${i}`,
      probability: 0.4 + i / 1000,
      label: label(i),
      time: i,
    }));

  it('is quiet while they come as often as expected', () => {
    expect(findFailingMatches(matches((i) => Number(i % 5 < 2)))).toMatchObject({ isAlarm: false, examples: [] });
  });

  it('raises the alarm where the latest fail although all together do not stand out, and names the best-scored', () => {
    const { isAlarm, parts, examples } = findFailingMatches(matches((i) => Number(i < 60 && i % 5 < 3)));
    expect(isAlarm).toBe(true);
    expect(parts.map(({ name, p }) => [name, p < 0.01])).toEqual([
      ['all', false],
      ['the latest third', true],
    ]);
    expect(examples[0]).toBe('A-89');
  });

  it('says nothing of fewer than twenty', () => {
    expect(findFailingMatches(matches(() => 0).slice(0, 19)).parts).toEqual([]);
  });
});
