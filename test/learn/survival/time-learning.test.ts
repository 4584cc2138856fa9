import { describe, expect, it } from 'vitest';
import { buildGrids } from '../../../src/learn/build-grids.js';
import { codeTable } from '../../../src/learn/code-table.js';
import { chooseHorizon } from '../../../src/learn/survival/choose-horizon.js';
import { testTimes } from '../../../src/learn/survival/test-times.js';
import { timeBins } from '../../../src/learn/survival/time-bins.js';
import { findTimeLeaks } from '../../../src/learn/survival/time-leaks.js';
import { timeLift } from '../../../src/learn/survival/time-lift.js';
import type { Column } from '../../../src/model/table.js';
import { createRandom } from '../../../src/stats/random.js';
import { veteran } from '../../stats/veteran.js';

function coded(columns: readonly Column[], rowCount: number) {
  return codeTable(buildGrids(columns, null), { columns, rowCount });
}

describe('testTimes', () => {
  it('is survdiff of R survival 3.5-3 in whole months, and adjusted', () => {
    const { durations, events, cellType } = veteran();
    const labels = [...'qsal'];
    const type: Column = {
      type: 'category',
      name: 'type',
      codes: Int32Array.from(cellType, (one) => labels.indexOf(one)),
      labels,
    };
    const table = coded([type], durations.length);
    // Months of thirty days, those above eight censored there: χ² 24.09490937 with 3 degrees of freedom, p 2.385e-5.
    const month = durations.map((days) => Math.min(8, Math.ceil(days / 30)));
    const ended = events.map((event, row) => (durations[row] > 240 ? 0 : event));
    const [{ p, q }] = testTimes({ coded: table, durations: month, events: ended });
    expect(p).toBeCloseTo(2.385e-5, 7);
    expect(q).toBe(p);
  });
});

describe('timeLift', () => {
  it('compares shares kept and paces, worked by hand', () => {
    // With the trait one of two ends by 2, without it both of two do.
    const of = { durations: Float64Array.of(2, 3, 1, 2), events: Uint8Array.of(1, 0, 1, 1) };
    const { accounts, positives, lift, crude } = timeLift(of, 2)(Uint8Array.of(1, 1, 0, 0));
    expect([accounts, positives]).toEqual([2, 1]);
    expect(lift.estimate).toBeCloseTo(0.5 / 0.25, 12);
    expect(crude).toBeGreaterThan(0);
  });
});

describe('chooseHorizon', () => {
  it('takes a year of periods where that tells something, else a round time that a quarter were watched for', () => {
    const random = createRandom(3);
    const make = (scale: number) => {
      const durations = Float64Array.from({ length: 400 }, () => Math.ceil(scale * random.next()));
      return { durations, events: Uint8Array.from(durations, () => random.int(2)) };
    };
    expect(chooseHorizon(make(48))).toBe(12);
    expect(chooseHorizon(make(2000))).toBe(1000);
    expect(chooseHorizon(make(8))).toBeLessThanOrEqual(6);
  });
});

describe('timeBins', () => {
  it('keeps whole periods, and cuts long times at quantiles of the ends', () => {
    const whole = timeBins({ durations: Float64Array.of(1, 3, 5), events: Uint8Array.of(0, 1, 0) });
    expect([...(whole?.edges ?? [])]).toEqual([1, 2, 3]);
    const { durations, events } = veteran();
    const days = timeBins({ durations, events });
    expect(days?.edges.length).toBe(25);
    expect(days?.edges.at(-1)).toBe(999);
    expect(timeBins({ durations, events: events.map(() => 0) })).toBeNull();
  });
});

describe('findTimeLeaks', () => {
  const random = createRandom(11);
  const count = 800;
  const durations = Float64Array.from({ length: count }, () => 1 + random.int(60));
  const events = Uint8Array.from(durations, () => (random.next() < 0.4 ? 1 : 0));
  const price = Float64Array.from(durations, () => 20 + 80 * random.next());
  const number = (name: string, values: Float64Array): Column => ({ type: 'number', name, values, whole: false });
  const columns = [
    number('price', price),
    number(
      'paid so far',
      durations.map((months, row) => months * price[row] * (0.97 + 0.06 * random.next())),
    ),
    number(
      'days',
      durations.map((months) => 30 * months + random.int(20)),
    ),
    number(
      'size',
      Float64Array.from(durations, () => random.normal()),
    ),
  ];
  const leaks = findTimeLeaks({ coded: coded(columns, count), durations, events, columns, duration: 'tenure' });

  it('sets aside sums over the time and the duration in another unit, and says why', () => {
    expect(leaks.map(({ attribute, severity }) => [attribute, severity])).toEqual([
      ['paid so far', 'set aside'],
      ['days', 'set aside'],
    ]);
    expect(leaks[0].detail).toMatch(
      /^paid so far is nearly price times tenure \(R² (0\.99\d|1\.000) of their logarithms\)/,
    );
    expect(leaks[1].detail).toMatch(/^days explains (99|100) % of the order of tenure/);
  });
});
