import { describe, expect, it } from 'vitest';
import type { AttributeSpec, CompanySpec } from '../../src/demo/company-spec.js';
import { generateTable } from '../../src/demo/generate-table.js';
import { plantedShape } from '../../src/demo/planted-shape.js';
import { traitMask } from '../../src/demo/trait-mask.js';
import { traitOf, traits } from '../../src/demo/traits.js';
import type { CategoryColumn, NumberColumn, SetColumn, Table, TextColumn } from '../../src/model/table.js';
import { auc } from '../../src/stats/auc.js';
import { plainLogistic } from './plain-logistic.js';

const accounts = 20_000;

function company(attributes: readonly AttributeSpec[], rest: Partial<CompanySpec> = {}): CompanySpec {
  return {
    ...plantedShape('nothing', { noise: 0 }),
    attributes,
    outcome: { column: 'outcome', positive: 'yes', negative: 'no' },
    ...rest,
  };
}

function column(table: Table, name: string) {
  return table.columns.find((one) => one.name === name);
}
const numbers = (table: Table, name: string) => (column(table, name) as NumberColumn).values;
const byName = (table: Table) => new Map(table.columns.map((one) => [one.name, one]));

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}
function sd(values: ArrayLike<number>): number {
  const centre = mean(values);
  return Math.sqrt(mean(Array.from(values, (value) => (value - centre) ** 2)));
}
function share(table: Table, text: string): number {
  return mean(traitMask(traitOf(text), byName(table)));
}

describe('generateTable', () => {
  it('draws numbers with the moments that are asked for', () => {
    const { table } = generateTable(
      company([
        { name: 'normal', kind: 'demographic', values: { kind: 'normal', mean: 50, sd: 10, decimals: 3 } },
        { name: 'amount', kind: 'firmographic', values: { kind: 'lognormal', median: 1000, spread: 0.5, decimals: 3 } },
        { name: 'count', kind: 'behavioural', values: { kind: 'count', mean: 3 } },
        { name: 'bursts', kind: 'behavioural', values: { kind: 'count', mean: 3, spread: 0.8 } },
        { name: 'many', kind: 'behavioural', values: { kind: 'count', mean: 200 } },
        { name: 'month', kind: 'demographic', values: { kind: 'uniform', lower: 1, upper: 13 } },
      ]),
      { seed: 4, accounts },
    );
    expect(mean(numbers(table, 'normal'))).toBeCloseTo(50, 0);
    expect(sd(numbers(table, 'normal'))).toBeCloseTo(10, 0);
    const logs = numbers(table, 'amount').map(Math.log);
    expect(mean(logs)).toBeCloseTo(Math.log(1000), 1);
    expect(sd(logs)).toBeCloseTo(0.5, 1);
    expect(mean(numbers(table, 'count'))).toBeCloseTo(3, 1);
    expect(sd(numbers(table, 'count'))).toBeCloseTo(Math.sqrt(3), 1);
    // Mean kept, variance by the law of total variance: 3 + 9 · (exp(0.64) − 1) = 11.07.
    expect(mean(numbers(table, 'bursts'))).toBeGreaterThan(2.9);
    expect(mean(numbers(table, 'bursts'))).toBeLessThan(3.1);
    expect(sd(numbers(table, 'bursts'))).toBeGreaterThan(3.1);
    expect(sd(numbers(table, 'bursts'))).toBeLessThan(3.55);
    expect(Math.abs(mean(numbers(table, 'many')) - 200)).toBeLessThan(0.4);
    expect(sd(numbers(table, 'many'))).toBeCloseTo(Math.sqrt(200), 0);
    expect(new Set(numbers(table, 'month'))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]));
  });

  it('keeps numbers inside their range and rounds them as asked', () => {
    const { table } = generateTable(
      company([
        { name: 'age', kind: 'demographic', values: { kind: 'normal', mean: 20, sd: 30, min: 18, max: 99 } },
        {
          name: 'revenue',
          kind: 'firmographic',
          values: { kind: 'lognormal', median: 1e6, spread: 1, significant: 2 },
        },
      ]),
      { seed: 1, accounts: 2000 },
    );
    expect(Math.min(...numbers(table, 'age'))).toBe(18);
    expect(Math.max(...numbers(table, 'age'))).toBeLessThanOrEqual(99);
    const revenue = Array.from(numbers(table, 'revenue'));
    expect(revenue).toEqual(revenue.map((value) => Number(value.toPrecision(2))));
  });

  it('draws categories and members with their shares, also where another trait changes them', () => {
    const { table } = generateTable(
      company([
        { name: 'plan', kind: 'behavioural', values: { kind: 'category', weights: { Free: 6, Pro: 3, Team: 1 } } },
        {
          name: 'tools',
          kind: 'technographic',
          values: {
            kind: 'set',
            members: { Slack: 0.3, Jira: 0.2 },
            given: [{ when: traitOf('plan = Team'), members: { Slack: 0.9 } }],
            ifEmpty: 'none',
          },
        },
        { name: 'tool_count', kind: 'technographic', values: { kind: 'sizeOf', attribute: 'tools', except: 'none' } },
      ]),
      { seed: 2, accounts },
    );
    expect(share(table, 'plan = Pro')).toBeCloseTo(0.3, 1);
    expect(share(table, 'plan = Team')).toBeCloseTo(0.1, 1);
    const columns = byName(table);
    const team = traitMask(traitOf('plan = Team'), columns);
    const slack = traitMask(traitOf('tools includes Slack'), columns);
    const shareOf = (isTeam: number) => mean(Array.from(slack).filter((_, row) => team[row] === isTeam));
    expect(shareOf(1)).toBeCloseTo(0.9, 1);
    expect(shareOf(0)).toBeCloseTo(0.3, 1);
    expect(share(table, 'tools includes Jira')).toBeCloseTo(0.2, 1);
    const counts = numbers(table, 'tool_count');
    const { offsets } = column(table, 'tools') as SetColumn;
    const none = traitMask(traitOf('tools includes none'), columns);
    for (let row = 0; row < 200; row++) expect(counts[row]).toBe(none[row] ? 0 : offsets[row + 1] - offsets[row]);
  });

  it('lets a number follow another', () => {
    const { table } = generateTable(
      company([
        { name: 'employees', kind: 'firmographic', values: { kind: 'lognormal', median: 100, spread: 1, decimals: 2 } },
        {
          name: 'revenue',
          kind: 'firmographic',
          values: {
            kind: 'lognormal',
            median: 5e6,
            spread: 0.3,
            follows: [{ attribute: 'employees', slope: 0.9, about: 100 }],
          },
        },
      ]),
      { seed: 3, accounts },
    );
    const x = numbers(table, 'employees').map(Math.log);
    const y = numbers(table, 'revenue').map(Math.log);
    const [mx, my] = [mean(x), mean(y)];
    const slope = mean(x.map((value, i) => (value - mx) * (y[i] - my))) / sd(x) ** 2;
    expect(slope).toBeCloseTo(0.9, 1);
  });

  it('empties the shares of cells that are asked for, at random and not at random', () => {
    const { table } = generateTable(
      company([
        { name: 'size', kind: 'firmographic', values: { kind: 'lognormal', median: 100, spread: 1 } },
        {
          name: 'income',
          kind: 'demographic',
          values: { kind: 'normal', mean: 50, sd: 10 },
          missing: { share: 0.1, given: [{ when: traitOf('income 60+'), share: 0.6 }] },
        },
        {
          name: 'city',
          kind: 'geographic',
          values: { kind: 'category', weights: { A: 1, B: 1 } },
          missing: { share: 0.3 },
        },
      ]),
      { seed: 5, accounts },
    );
    expect(share(table, 'city missing')).toBeCloseTo(0.3, 1);
    // P(income >= 59.5, which rounds to 60) = 0.171, so 0.829 · 0.1 + 0.171 · 0.6 = 0.186.
    expect(share(table, 'income missing')).toBeGreaterThan(0.175);
    expect(share(table, 'income missing')).toBeLessThan(0.197);
    expect(
      mean(
        numbers(table, 'income')
          .filter((value) => value >= 60)
          .map(() => 1),
      ),
    ).toBe(1);
    expect(share(table, 'income 60+')).toBeLessThan(0.08);
  });

  it('plants the base rate and effects that a plain logistic regression finds again', () => {
    const { table, labels, truth } = generateTable(plantedShape('additive', { noise: 3 }), { seed: 6, accounts });
    expect(mean(labels)).toBeCloseTo(0.2, 1);
    expect(Math.abs(mean(labels) - 0.2)).toBeLessThan(0.01);
    const columns = byName(table);
    const features = truth.effects.map(({ traits: [trait] }) => traitMask(trait, columns));
    const [intercept, ...found] = plainLogistic(features, labels);
    expect(Math.abs(intercept - truth.intercept)).toBeLessThan(0.1);
    for (const effect of found) expect(Math.abs(effect - Math.log(3))).toBeLessThan(0.13);
    for (const { share: holds } of truth.effects) {
      expect(holds).toBeGreaterThan(0.15);
      expect(holds).toBeLessThan(0.45);
    }
  });

  it('plants an interaction that the traits alone do not have', () => {
    const { table, labels, truth } = generateTable(plantedShape('interaction', { noise: 0 }), { seed: 7, accounts });
    const [a, b] = truth.effects[0].traits.map((trait) => traitMask(trait, byName(table)));
    const both = a.map((value, row) => value & b[row]);
    const [, alone, other, together] = plainLogistic([a, b, both], labels);
    expect(Math.abs(alone)).toBeLessThan(0.15);
    expect(Math.abs(other)).toBeLessThan(0.15);
    expect(Math.abs(together - Math.log(3))).toBeLessThan(0.2);
  });

  it('says the share and the lift of an effect as a count finds them', () => {
    const { table, labels, truth } = generateTable(plantedShape('niche', { logOdds: 2, noise: 0 }), {
      seed: 8,
      accounts: 20_000,
    });
    const [effect] = truth.effects;
    const masks = effect.traits.map((trait) => traitMask(trait, byName(table)));
    const inside = Array.from(labels).filter((_, row) => masks.every((mask) => mask[row] === 1));
    expect(inside.length / 20_000).toBe(effect.share);
    expect(effect.share).toBeGreaterThan(0.015);
    expect(effect.share).toBeLessThan(0.04);
    expect(Math.abs(mean(inside) / mean(labels) - effect.lift)).toBeLessThan(0.35);
  });

  it('plants nothing where nothing is asked for', () => {
    const { probabilities, truth, labels } = generateTable(plantedShape('nothing'), { seed: 9 });
    expect(new Set(probabilities).size).toBe(1);
    expect(probabilities[0]).toBeCloseTo(0.2, 6);
    expect(truth.bestAuc).toBe(0.5);
    expect(truth.noise).toHaveLength(25);
    expect(labels).toHaveLength(1000);
  });

  it('changes effects at the date of the drift, at once or gradually', () => {
    const { table, labels, truth } = generateTable(plantedShape('drifting', { noise: 0 }), { seed: 10, accounts });
    expect(truth.drift).toEqual([{ until: '2024-01-01' }, { from: '2024-01-01' }]);
    const time = column(table, 'seen_on');
    if (time?.type !== 'date') throw new Error('no date');
    const turn = time.values.findIndex((value) => value >= Date.parse('2024-01-01'));
    const b = traitMask(traitOf('sector = B'), byName(table));
    const c = traitMask(traitOf('sector = C'), byName(table));
    const effects = (from: number, to: number) =>
      plainLogistic([b.slice(from, to), c.slice(from, to)], labels.slice(from, to)).slice(1);
    const [before, after] = [effects(0, turn), effects(turn, accounts)];
    expect(Math.abs(before[0] - Math.log(3))).toBeLessThan(0.2);
    expect(Math.abs(before[1])).toBeLessThan(0.2);
    expect(Math.abs(after[0])).toBeLessThan(0.2);
    expect(Math.abs(after[1] - Math.log(3))).toBeLessThan(0.2);
  });

  it('plants a leak that separates almost alone', () => {
    const { table, labels, truth } = generateTable(plantedShape('leaky'), { seed: 11 });
    expect(truth.leaks).toEqual(['account_manager']);
    const { codes } = column(table, 'account_manager') as CategoryColumn;
    expect(
      auc(
        codes.map((code) => (code === -1 ? 0 : 1)),
        labels,
      ),
    ).toBeGreaterThan(0.95);
  });

  it('repeats rows exactly and under another spelling, as often as asked', () => {
    const spec: CompanySpec = {
      ...plantedShape('additive', { noise: 0 }),
      duplicates: { exact: 0.02, respelled: 0.03 },
    };
    const attributes: AttributeSpec[] = [
      ...spec.attributes,
      { name: 'company', kind: null, values: { kind: 'company' } },
    ];
    const { table, labels, truth } = generateTable({ ...spec, attributes }, { seed: 12, accounts: 1000 });
    expect(table.rowCount).toBe(1050);
    expect(labels).toHaveLength(1050);
    expect(truth.accounts).toBe(1000);
    expect([truth.duplicates.exact, truth.duplicates.respelled]).toEqual([20, 30]);
    const text = (name: string, row: number) => {
      const { codes, labels: texts } = column(table, name) as TextColumn;
      return texts[codes[row]];
    };
    const sameIds = truth.duplicates.rows.filter(([copy, original]) => text('id', copy) === text('id', original));
    const sameNames = truth.duplicates.rows.filter(
      ([copy, original]) => text('company', copy) === text('company', original),
    );
    expect(sameIds).toHaveLength(20);
    expect(sameNames).toEqual(sameIds);
    for (const [copy, original] of truth.duplicates.rows) {
      expect(labels[copy]).toBe(labels[original]);
      expect(copy - original).toBeGreaterThan(0);
    }
    expect(new Set(Array.from({ length: 1050 }, (_, row) => text('id', row))).size).toBe(1030);
  });

  it('gives every account a company of its own, also beyond the words', () => {
    const { table } = generateTable(
      company([
        { name: 'company', kind: null, values: { kind: 'company' } },
        { name: 'domain', kind: null, values: { kind: 'domain', company: 'company' } },
      ]),
      { seed: 13, accounts: 9000 },
    );
    const { labels } = column(table, 'domain') as TextColumn;
    expect(new Set(labels).size).toBe(9000);
    for (const domain of labels.slice(0, 50)) expect(domain).toMatch(/^[a-z0-9-]+(\.[a-z-]+)?\.example$/);
  });

  it('draws the same for the same seed, something else for another, and no column disturbs the rest', () => {
    const spec = plantedShape('additive');
    const [once, again, other] = [1, 1, 2].map((seed) => generateTable(spec, { seed }));
    expect(again).toEqual(once);
    expect(other.labels).not.toEqual(once.labels);
    const wider = generateTable({ ...spec, noise: { columns: 40 } }, { seed: 1 });
    expect(wider.labels).toEqual(once.labels);
    expect(wider.table.columns.slice(0, 20)).toEqual(once.table.columns.slice(0, 20));
  });

  it('hides what is to be hidden, and says what it is related to', () => {
    const { table, truth } = generateTable(
      company(
        [
          {
            name: 'maturity',
            kind: 'technographic',
            isHidden: true,
            values: { kind: 'category', weights: { high: 1, low: 1 } },
          },
          {
            name: 'cloud',
            kind: 'technographic',
            values: {
              kind: 'category',
              weights: { yes: 1, no: 4 },
              given: [{ when: traitOf('maturity = high'), weights: { yes: 4, no: 1 } }],
            },
          },
          { name: 'colour', kind: 'demographic', values: { kind: 'category', weights: { red: 1, blue: 1 } } },
        ],
        { effects: [{ traits: traits('maturity = high'), logOdds: 2 }] },
      ),
      { seed: 14, accounts: 500 },
    );
    expect(table.columns.map(({ name }) => name)).toEqual(['cloud', 'colour']);
    expect(truth.drawnFrom.cloud).toEqual(['cloud', 'maturity']);
    expect(truth.noise).toEqual(['colour']);
  });

  it('refuses a specification that contradicts itself', () => {
    const late = company([
      {
        name: 'a',
        kind: 'need',
        values: { kind: 'category', weights: { x: 1 }, given: [{ when: traitOf('b = y'), weights: { z: 1 } }] },
      },
      { name: 'b', kind: 'need', values: { kind: 'category', weights: { y: 1 } } },
    ]);
    expect(() => generateTable(late, { seed: 1 })).toThrow('"b", which has not been drawn');
    const misspelt = company([{ name: 'b', kind: 'need', values: { kind: 'category', weights: { y: 1 } } }], {
      effects: [{ traits: traits('b = Y'), logOdds: 1 }],
    });
    expect(() => generateTable(misspelt, { seed: 1 })).toThrow('"Y" in "b", which never has that value');
    const timeless = company([{ name: 'b', kind: 'need', values: { kind: 'category', weights: { y: 1 } } }], {
      effects: [{ traits: [], logOdds: 1, schedule: { from: '2024-01-01' } }],
    });
    expect(() => generateTable(timeless, { seed: 1 })).toThrow('names no date column');
  });
});
