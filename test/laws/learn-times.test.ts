import { describe, expect, it } from 'vitest';
import { buildGrids } from '../../src/learn/build-grids.js';
import { codeTable } from '../../src/learn/code-table.js';
import { calibrateTimes } from '../../src/learn/survival/calibrate-times.js';
import { learnTimes } from '../../src/learn/survival/learn-times.js';
import { exposuresOf, type TimeBins, timeBins } from '../../src/learn/survival/time-bins.js';
import type { Column } from '../../src/model/table.js';
import { keptAfter } from '../../src/score/kept-after.js';
import { createRandom } from '../../src/stats/random.js';

/** Leaves each month with odds that the predictor divides; watched for one to thirty-six months. */
function watch(predictor: Float64Array, { random }: { random: ReturnType<typeof createRandom> }) {
  const events = new Uint8Array(predictor.length);
  const durations = predictor.map((x, row) => {
    const until = 1 + random.int(36);
    for (let month = 1; month <= until; month++) {
      if (random.next() < 1 / (1 + Math.exp(2.5 + x))) {
        events[row] = 1;
        return month;
      }
    }
    return until;
  });
  return { durations, events };
}

describe('learnTimes', () => {
  it('finds planted effects as odds of staying, whatever the order of the rows, and next to nothing in noise', () => {
    const random = createRandom(5);
    const count = 1500;
    const plan = Int32Array.from({ length: count }, () => random.int(3));
    const noise = Float64Array.from({ length: count }, () => random.normal());
    const planted = [0.8, 0, -0.6];
    const of = watch(
      Float64Array.from(plan, (code) => planted[code]),
      { random },
    );
    const learn = (order: Int32Array) => {
      const columns: Column[] = [
        { type: 'category', name: 'plan', codes: order.map((row) => plan[row]), labels: ['a', 'b', 'c'] },
        { type: 'number', name: 'noise', values: Float64Array.from(order, (row) => noise[row]), whole: false },
      ];
      const own = {
        durations: Float64Array.from(order, (row) => of.durations[row]),
        events: Uint8Array.from(order, (row) => of.events[row]),
      };
      const coded = codeTable(buildGrids(columns, null), { columns, rowCount: count });
      const bins = timeBins(own) as TimeBins;
      return learnTimes({ ...own, coded, bins, groups: order, horizon: 12, seed: 1, length: 'short' }).card;
    };
    const rows = Int32Array.from({ length: count }, (_, row) => row);
    const card = learn(rows);
    expect(card.terms[0]).toMatchObject({ kind: 'category', attribute: 'plan' });
    const points = new Map(
      card.terms[0].kind === 'category'
        ? card.terms[0].groups.flatMap(({ values, points }) => values.map((value) => [value, points]))
        : [],
    );
    const effect = (a: string, b: string) => ((points.get(a) ?? 0) - (points.get(b) ?? 0)) * card.calibration.slope;
    expect(Math.abs(effect('a', 'b') - 0.8)).toBeLessThan(0.25);
    expect(Math.abs(effect('b', 'c') - 0.6)).toBeLessThan(0.25);
    const ofNoise = card.terms.flatMap((term) =>
      term.attribute === 'noise' && term.kind === 'numeric' ? term.points : [],
    );
    // A quarter of a logit of twenty points.
    for (const value of ofNoise) expect(Math.abs(value)).toBeLessThanOrEqual(5);
    expect(learn(rows.toReversed()).terms).toEqual(card.terms);
  });
});

describe('calibrateTimes', () => {
  it('covers the share that is truly kept in nearly all of 60 samples', () => {
    const random = createRandom(8);
    const bins: TimeBins = { from: 0, edges: Float64Array.from({ length: 36 }, (_, k) => k + 1) };
    const at = 0.7;
    const truth = (1 / (1 + Math.exp(-2.5 - at))) ** 12;
    let covered = 0;
    for (let run = 0; run < 60; run++) {
      const predictor = Float64Array.from({ length: 300 }, () => 0.8 * random.normal());
      const of = watch(predictor, { random });
      const { base, slope, spread } = calibrateTimes(predictor, {
        exposures: exposuresOf(of, bins),
        bins,
        horizon: 12,
      });
      const time = { ...spread, from: 0, edges: [...bins.edges], stay: [...base], horizon: 12 };
      const kept = keptAfter({ calibration: { intercept: 0, slope }, time }, at);
      if (kept !== null && kept.lower <= truth && truth <= kept.upper) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(53);
  });
});
