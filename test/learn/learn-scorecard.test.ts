import { describe, expect, it } from 'vitest';
import { buildGrids } from '../../src/learn/build-grids.js';
import { codeTable } from '../../src/learn/code-table.js';
import { learnScorecard } from '../../src/learn/learn-scorecard.js';
import type { Column } from '../../src/model/table.js';
import { createRandom } from '../../src/stats/random.js';

/** 3,000 accounts: plan and size matter, region does not; log-odds −1 + {0, 1, 2}[plan] + 1 from size 50 on. */
function accounts(): { columns: Column[]; labels: Uint8Array } {
  const random = createRandom(11);
  const rowCount = 3000;
  const plan = Int32Array.from({ length: rowCount }, () => random.int(3));
  const size = Float64Array.from({ length: rowCount }, () => (random.int(20) === 0 ? Number.NaN : random.int(100)));
  const region = Int32Array.from({ length: rowCount }, () => random.int(6));
  const labels = Uint8Array.from(plan, (code, i) => {
    const logOdds = -1 + code + (size[i] >= 50 ? 1 : 0);
    return random.next() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
  });
  const columns: Column[] = [
    { type: 'category', name: 'plan', codes: plan, labels: ['free', 'team', 'pro'] },
    { type: 'number', name: 'size', values: size, whole: true },
    { type: 'category', name: 'region', codes: region, labels: ['a', 'b', 'c', 'd', 'e', 'f'] },
  ];
  return { columns, labels };
}

function learn({ columns, labels }: { columns: Column[]; labels: Uint8Array }, more = {}) {
  const coded = codeTable(buildGrids(columns, null), { columns, rowCount: labels.length });
  const groups = Int32Array.from(labels, (_, i) => i);
  return learnScorecard({ coded, labels, order: null, groups, seed: 1, ...more });
}

describe('learnScorecard', () => {
  const data = accounts();
  const learnt = learn(data);

  it('finds what was planted, in order of weight, and leaves out what does not matter', () => {
    expect(learnt.card.terms.map(({ attribute }) => attribute)).toEqual(['plan', 'size']);
    const [plan, size] = learnt.card.terms;
    if (plan.kind !== 'category' || size.kind !== 'numeric') throw new Error('other kinds than planted');
    expect(plan.groups.map(({ values }) => values)).toEqual([['pro'], ['team'], ['free']]);
    // 20 points per unit of log-odds; two units between pro and free, one at size 50.
    expect(Math.abs(plan.groups[0].points - plan.groups[2].points - 40)).toBeLessThanOrEqual(5);
    expect(size.cuts).toEqual([50]);
    expect(Math.abs(size.points[1] - size.points[0] - 20)).toBeLessThanOrEqual(5);
  });

  it('calibrates points to log-odds', () => {
    const { base, calibration, pointsPerLogit } = learnt.card;
    expect(pointsPerLogit).toBe(20);
    expect(calibration.slope * 20).toBeGreaterThan(0.9);
    expect(calibration.slope * 20).toBeLessThan(1.15);
    // Mean log-odds: −1 + 1 + .5 (for the 48 % that are known to be 50 or larger).
    expect(calibration.intercept + calibration.slope * base).toBeCloseTo(0.5, 0);
  });

  it('tells each row with an interval that holds what was planted', () => {
    const [plan] = learnt.effects;
    const planted = [1, 0, -1];
    plan.rows.forEach(({ lower, upper }, row) => {
      expect(lower).toBeLessThan(planted[row]);
      expect(upper).toBeGreaterThan(planted[row]);
      expect(upper - lower).toBeLessThan(0.5);
    });
  });

  it('gives whole points and the mean points of each term', () => {
    for (const [t, term] of learnt.card.terms.entries()) {
      const points =
        term.kind === 'category' ? term.groups.map((group) => group.points) : 'cuts' in term ? term.points : [];
      for (const value of points) expect(Number.isInteger(value)).toBe(true);
      expect(Math.abs(learnt.card.typical[t])).toBeLessThan(1);
    }
  });

  it('gives the same bytes for the same input', () => {
    expect(JSON.stringify(learn(accounts()).card)).toBe(JSON.stringify(learnt.card));
  });

  it('keeps to the number of attributes and rows asked for', () => {
    const { card, curve } = learn(data, { maxAttributes: 1, length: 4 });
    expect(card.terms.map(({ attribute }) => attribute)).toEqual(['plan']);
    expect(curve.find(({ isChosen }) => isChosen)).toMatchObject({ attributes: 1, rows: 3, pairs: 0 });
  });

  it('keeps the full model in thousandths of a logit when asked, and says the short one beside it', () => {
    const { card, short, full, curve } = learn(data, { length: 'full' });
    expect(card.pointsPerLogit).toBe(1000);
    expect(short.terms).toEqual(learnt.card.terms);
    expect(curve[0]).toMatchObject({ isChosen: true, attributes: 3 });
    const plan = card.terms.find(({ attribute }) => attribute === 'plan');
    if (plan?.kind !== 'category') throw new Error('no plan');
    const [pro, free] = [plan.groups[0], plan.groups[2]];
    expect([pro.values, free.values]).toEqual([['pro'], ['free']]);
    const values = [...full.terms[0].values].slice(0, 3);
    expect(pro.points - free.points).toBeCloseTo(1000 * (Math.max(...values) - Math.min(...values)), -1);
  });

  it('keeps the short card where nothing is lost by it, and shows what each length costs', () => {
    const chosen = learnt.curve.find(({ isChosen }) => isChosen);
    expect(learnt.card).toMatchObject({ pointsPerLogit: 20, curve: learnt.curve });
    expect(chosen?.rows).toBeLessThanOrEqual(8);
    expect(learnt.curve.at(-1)).toMatchObject({ rows: 0, attributes: 0 });
    expect(learnt.curve.at(-1)?.excess).toBeGreaterThan(0.05);
  });

  it('gives a member of a set its own term', () => {
    const random = createRandom(4);
    const offsets = Int32Array.from({ length: 1001 }, (_, i) => Math.ceil(i / 2));
    const stack: Column = {
      type: 'set',
      name: 'stack',
      offsets,
      codes: new Int32Array(500),
      labels: ['Slack'],
      missing: new Uint8Array(1000),
    };
    const labels = Uint8Array.from({ length: 1000 }, (_, i) => (random.next() < (i % 2 === 0 ? 0.6 : 0.2) ? 1 : 0));
    const { card } = learn({ columns: [stack], labels });
    expect(card.terms).toMatchObject([{ kind: 'member', attribute: 'stack', member: 'Slack' }]);
    const [term] = card.terms;
    if (term.kind === 'member') expect(term.points).toBeGreaterThan(term.without + 20);
  });

  it('survives no accounts, one class only and no attributes', () => {
    const none = learn({ columns: data.columns, labels: new Uint8Array(0) });
    expect(none.card.terms).toEqual([]);
    const winners = learn({ columns: data.columns, labels: new Uint8Array(3000).fill(1) });
    expect(winners.card.terms).toEqual([]);
    const blind = learn({ columns: [], labels: data.labels });
    expect(blind.card.terms).toEqual([]);
  });

  it('makes a card of beliefs alone', () => {
    const columns = data.columns.slice(0, 1);
    const grids = buildGrids(columns, null);
    // Bins of "plan" stand by count; believe that the first is good, worth 40 accounts at 50 %.
    const prior = { mean: Float64Array.of(1, 0, 0, 0, 0), precision: Float64Array.of(10, 10, 10, 0, 0) };
    const { card } = learnScorecard({
      coded: { grids, codes: [new Uint8Array(0)], rowCount: 0 },
      labels: new Uint8Array(0),
      order: null,
      groups: new Int32Array(0),
      seed: 1,
      priors: [prior],
    });
    const [term] = card.terms;
    if (term?.kind !== 'category') throw new Error('no category term');
    expect(term.groups[0].points - term.groups[1].points).toBe(20);
  });
});
