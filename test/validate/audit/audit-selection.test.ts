import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../src/model/criterion.js';
import type { CategoryColumn, Column, DateColumn, NumberColumn } from '../../../src/model/table.js';
import { createRandom } from '../../../src/stats/random.js';
import { findCensoring } from '../../../src/validate/audit/find-censoring.js';
import { findDates } from '../../../src/validate/audit/find-dates.js';
import { findOneClass } from '../../../src/validate/audit/find-one-class.js';
import { findOnlyWinners } from '../../../src/validate/audit/find-only-winners.js';
import { findOnlyWorked } from '../../../src/validate/audit/find-only-worked.js';
import { findReversals, reversalFinding } from '../../../src/validate/audit/find-reversals.js';
import { findSplitTwins } from '../../../src/validate/audit/find-split-twins.js';
import { findStrata } from '../../../src/validate/audit/find-strata.js';
import { measureImport } from '../../../src/validate/audit/measure-import.js';

const category = (name: string, values: readonly string[]): CategoryColumn => {
  const labels = [...new Set(values)];
  return { type: 'category', name, labels, codes: Int32Array.from(values, (value) => labels.indexOf(value)) };
};
const numbers = (name: string, values: readonly number[]): NumberColumn => ({
  type: 'number',
  name,
  values: Float64Array.from(values),
  whole: false,
});
const repeat = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const day = 86_400_000;

describe('findOnlyWinners', () => {
  it('says that winners alone carry no lift', () => {
    const [finding] = findOnlyWinners(Uint8Array.from([...repeat(40, 1), ...repeat(3, 0)]));
    expect(finding).toMatchObject({ kind: 'only winners', severity: 'grave' });
    expect(finding.numbers).toEqual([
      { name: 'with the outcome', value: 40 },
      { name: 'without it', value: 3 },
    ]);
    expect(findOnlyWinners(Uint8Array.from([...repeat(40, 1), ...repeat(10, 0)]))).toEqual([]);
  });
});

describe('findOnlyWorked', () => {
  // 100 worked accounts of which 40 were won, 60 without an owner of which none was.
  const owner = category('Owner', [...repeat(100, 'Ann'), ...repeat(60, 'Unassigned')]);
  const labels = Uint8Array.from([...repeat(40, 1), ...repeat(60, 0), ...repeat(60, 0)]);

  it('finds an owner that is empty for accounts that were never won, with the rates and the tiers', () => {
    const tiers = { names: ['ideal', 'bad'], of: Int8Array.from([...repeat(80, 0), ...repeat(80, 1)]) };
    const [finding] = findOnlyWorked({ columns: [owner], labels, tiers });
    expect(finding).toMatchObject({ kind: 'only worked', severity: 'grave', about: 'Owner' });
    const value = (name: string) => finding.numbers.find((one) => one.name === name)?.value;
    expect([value('unworked accounts'), value('rate unworked'), value('rate worked')]).toEqual([60, 0, 0.4]);
    expect([value('worked of tier ideal'), value('worked of tier bad')]).toEqual([1, 0.25]);
  });

  it('finds activities of nought, and outcomes known of the worked only', () => {
    const calls = numbers('n_calls', [...repeat(100, 3), ...repeat(60, 0)]);
    const open = Uint8Array.from(labels, (label, row) => (row >= 100 ? 255 : label));
    const [finding] = findOnlyWorked({ columns: [calls], labels: open });
    expect(finding).toMatchObject({ severity: 'caution', about: 'n_calls' });
  });

  it('leaves alone what prospects do, other names, and the unworked that are won as often', () => {
    const same = Uint8Array.from(labels, (_, row) => Number(row % 5 < 2));
    expect(findOnlyWorked({ columns: [owner], labels: same })).toEqual([]);
    expect(findOnlyWorked({ columns: [{ ...owner, name: 'emails_opened' }], labels })).toEqual([]);
    expect(findOnlyWorked({ columns: [{ ...owner, name: 'plan' }], labels })).toEqual([]);
  });
});

describe('findOneClass', () => {
  it('finds what is known of winners only', () => {
    const score = numbers('score', [...repeat(30, 5), ...repeat(70, Number.NaN)]);
    const labels = Uint8Array.from([...repeat(40, 1), ...repeat(60, 0)]);
    const about = { columns: [score], labels, parts: new Set<string>() };
    const [finding] = findOneClass({ ...about, learnt: new Set(['score']) });
    expect(finding).toMatchObject({ kind: 'one class only', severity: 'grave', about: 'score' });
    expect(finding.numbers.map(({ value }) => value)).toEqual([0.75, 0]);
    expect(findOneClass({ ...about, learnt: new Set() })[0].severity).toBe('note');
    expect(findOneClass({ ...about, learnt: new Set(), parts: new Set(['score']) })).toEqual([]);
  });
});

describe('measureImport', () => {
  const keys = Array.from({ length: 200 }, (_, i) => `a${i}`);
  const labels = Uint8Array.from(keys, (_, i) => Number(i < 50));

  it('compares the share of won and of lost accounts that were imported', () => {
    // All 50 won and 50 of the 150 lost accounts: a base rate of ½ in place of ¼.
    const own = keys.slice(0, 100);
    const imported = { keys: own, labels: labels.slice(0, 100) };
    const [finding] = measureImport({ imported, universe: { keys, labels }, marketRate: undefined });
    const value = (name: string) => finding.numbers.find((one) => one.name === name)?.value;
    expect(finding.severity).toBe('grave');
    expect(value('share imported')).toBe(0.5);
    expect(value('imported with the outcome')).toBe(1);
    expect(value('imported without it')).toBeCloseTo(1 / 3, 12);
    expect(value('ratio of the two')).toBeCloseTo(3, 12);
  });

  it('holds the base rate against the stated one, as odds', () => {
    const [finding] = measureImport({ imported: { keys, labels }, universe: null, marketRate: 0.1 });
    expect(finding.severity).toBe('caution');
    expect(finding.numbers.at(-1)?.value).toBeCloseTo(1 / 3 / (1 / 9), 12);
  });
});

describe('findSplitTwins', () => {
  const split = {
    split: { method: 'hash', heldOutShare: 0.5, description: '' },
    fold: Uint8Array.of(0, 1, 0, 1),
  } as const;

  it('finds a group on both sides', () => {
    const [finding] = findSplitTwins({ columns: [], groups: Int32Array.of(0, 0, 2, 3), split });
    expect(finding).toMatchObject({ kind: 'across the split', severity: 'grave' });
    expect(finding.numbers[0].value).toBe(1);
  });

  it('finds accounts with the same numbers under another id', () => {
    const columns = [numbers('revenue', [1.5, 1.5, 7.1, 8.2]), numbers('area', [3.3, 3.3, 4.4, 9.9])];
    const [finding] = findSplitTwins({ columns, groups: Int32Array.of(0, 1, 2, 3), split });
    expect(finding.finding).toContain('1 held-out accounts (50\u00a0%) equal one');
    expect(findSplitTwins({ columns: columns.slice(1), groups: Int32Array.of(0, 1, 2, 3), split })).toEqual([]);
  });
});

describe('findReversals', () => {
  /** Berkeley's kidney stones: the better treatment was given to the worse stones (Charig et al., BMJ 292 (1986) 879). */
  const cells = [
    ['small', 'open', 81, 6],
    ['small', 'closed', 234, 36],
    ['large', 'open', 192, 71],
    ['large', 'closed', 55, 25],
  ] as const;
  const rows = cells.flatMap(([size, kind, good, bad]) => [
    ...repeat(good, [size, kind, 1] as const),
    ...repeat(bad, [size, kind, 0] as const),
  ]);
  const columns: Column[] = [
    category(
      'treatment',
      rows.map(([, kind]) => kind),
    ),
    category(
      'size',
      rows.map(([size]) => size),
    ),
  ];
  const labels = Uint8Array.from(rows, ([, , label]) => label);
  const criterion: Criterion = {
    trait: { attribute: 'treatment', condition: { kind: 'in', values: ['open'] } },
    role: 'nice',
    status: 'observed',
  };
  const strata = findStrata(columns, { time: null, timeName: undefined });
  const tenfold = Array.from({ length: 10 }, () => rows).flat();

  it('finds an effect that turns round within the sizes of the stones', () => {
    const many: Column[] = [
      category(
        'treatment',
        tenfold.map(([, kind]) => kind),
      ),
      category(
        'size',
        tenfold.map(([size]) => size),
      ),
    ];
    const [found] = findReversals({
      criteria: [criterion],
      columns: many,
      labels: Uint8Array.from(tenfold, ([, , label]) => label),
      strata: findStrata(many, { time: null, timeName: undefined }),
    });
    expect(found).toMatchObject({ criterion: 0, by: 'size', kind: 'reversed', strata: 2 });
    // 273 · 61 / (77 · 289) and Σ ad/n over Σ bc/n.
    expect(found.crude.estimate).toBeCloseTo((273 * 61) / (77 * 289), 10);
    expect(found.within.estimate).toBeCloseTo(
      ((81 * 36) / 357 + (192 * 25) / 343) / ((6 * 234) / 357 + (71 * 55) / 343),
      10,
    );
    expect(reversalFinding(found, criterion).severity).toBe('grave');
  });

  it('says nothing where the accounts are too few to tell', () => {
    expect(findReversals({ criteria: [criterion], columns, labels, strata })).toEqual([]);
  });
});

describe('findCensoring', () => {
  /** Wins come after 20 days on average, losses after 80; a quarter wins in the end. */
  const simulate = (count: number, seed: number) => {
    const random = createRandom(seed);
    const created = new Float64Array(count);
    const decided = new Float64Array(count).fill(Number.NaN);
    const labels = new Uint8Array(count).fill(255);
    for (let row = 0; row < count; row++) {
      created[row] = random.next() * 400 * day;
      const won = random.next() < 0.25;
      const end = created[row] - Math.log(1 - random.next()) * (won ? 20 : 80) * day;
      if (end > 400 * day) continue;
      decided[row] = end;
      labels[row] = Number(won);
    }
    const date = (name: string, values: Float64Array): DateColumn => ({ type: 'date', name, values });
    return { columns: [date('Created At', created), date('Close Date', decided)], labels };
  };

  it('tells the days to maturity, and the rate of the decided when waited for', () => {
    const { columns, labels } = simulate(6000, 4);
    const dates = findDates(columns, { created: undefined, decided: undefined, labels });
    if (dates === null) throw new Error('no dates');
    const [finding] = findCensoring({ dates, labels });
    const value = (name: string) => finding.numbers.find((one) => one.name === name)?.value ?? Number.NaN;
    expect(finding.kind).toBe('censoring');
    // 1 − ¼ e^(−t/20) − ¾ e^(−t/80) = .9 at t = 161.
    expect(Math.abs(value('days to maturity') - 161)).toBeLessThan(20);
    // The decided have too many wins; waited for, a quarter.
    expect(value('rate of those decided')).toBeGreaterThan(0.27);
    expect(Math.abs(value('rate of the decided, waited for') - 0.25)).toBeLessThan(0.02);
    expect(value('rate of all, open ones as lost')).toBeLessThan(value('rate of those decided'));
    expect(finding.advice).toContain(`--mature ${value('days to maturity')}`);
  });

  it('is silent where all have ended alike', () => {
    const { columns, labels } = simulate(6000, 5);
    const old = columns[0].values.map((value) => Number(value < 100 * day));
    const kept = Int32Array.from(labels.keys()).filter((row) => old[row] === 1 && labels[row] !== 255);
    const take = ({ name, values }: DateColumn): DateColumn => ({
      type: 'date',
      name,
      values: Float64Array.from(kept, (row) => values[row]),
    });
    const own = { columns: columns.map(take), labels: Uint8Array.from(kept, (row) => labels[row]) };
    const dates = findDates(own.columns, { created: undefined, decided: undefined, labels: own.labels });
    if (dates === null) throw new Error('no dates');
    expect(findCensoring({ dates, labels: own.labels })).toEqual([]);
  });
});
