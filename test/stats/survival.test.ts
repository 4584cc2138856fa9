import { describe, expect, it } from 'vitest';
import { censoringCurve } from '../../src/stats/censoring-curve.js';
import { concordance } from '../../src/stats/concordance.js';
import { integratedBrier } from '../../src/stats/integrated-brier.js';
import { kaplanMeier } from '../../src/stats/kaplan-meier.js';
import { keptShare } from '../../src/stats/kept-share.js';
import { logRank, logRankAlong } from '../../src/stats/log-rank.js';
import { medianDuration } from '../../src/stats/median-duration.js';
import { veteran } from './veteran.js';

/** Six accounts: events at 1, 3 and 3, censored at 2, 3 and 4. */
const six = { durations: Float64Array.of(1, 2, 3, 3, 3, 4), events: Uint8Array.of(1, 0, 1, 1, 0, 0) };

describe('kaplanMeier', () => {
  it('multiplies the shares that outlast each event, worked by hand', () => {
    const { times, atRisk, kept, variance } = kaplanMeier(six);
    expect([...times]).toEqual([1, 3]);
    expect([...atRisk]).toEqual([6, 4]);
    expect(kept[0]).toBeCloseTo(5 / 6, 12);
    expect(kept[1]).toBeCloseTo(5 / 12, 12);
    // 1 ÷ (6 · 5) + 2 ÷ (4 · 2)
    expect(variance[1]).toBeCloseTo(1 / 30 + 1 / 4, 12);
  });

  it('gives the shares, intervals and median of survfit (R survival 3.5-3, conf.type="log-log") on veteran', () => {
    const curve = kaplanMeier(veteran());
    expect(medianDuration(curve)).toEqual({ estimate: 80, lower: 52, upper: 100 });
    const { estimate, lower, upper } = keptShare(curve, 100);
    expect(estimate).toBeCloseTo(0.417994507, 8);
    expect(lower).toBeCloseTo(0.334194691, 6);
    expect(upper).toBeCloseTo(0.499464987, 6);
  });

  it('bounds a share that no event has touched by the number of accounts', () => {
    const none = { durations: Float64Array.of(5, 6, 7), events: Uint8Array.of(0, 0, 0) };
    expect(keptShare(kaplanMeier(none), 4)).toEqual({ estimate: 1, lower: 0.025 ** (1 / 3), upper: 1 });
    expect(medianDuration(kaplanMeier(none)).estimate).toBeNull();
  });
});

describe('concordance', () => {
  it('counts comparable pairs in the right order, worked by hand', () => {
    // Comparable: 1 before all others (5), each 3 before the censored 3 and before 4 (4). Only 1 against 2 is wrong.
    const { estimate } = concordance([2, 1, 3, 4, 5, 6], six);
    expect(estimate).toBeCloseTo(8 / 9, 12);
  });

  it('is that of R survival 3.5-3, its variance and its weights n/G2, on veteran', () => {
    const { karno, ...of } = veteran();
    const harrell = concordance(karno, of);
    // (5674 + 1141 ÷ 2) ÷ 8804
    expect(harrell.estimate).toBeCloseTo(0.7092799, 6);
    expect((harrell.upper - harrell.estimate) / 1.959964).toBeCloseTo(0.02255871, 6);
    const { before } = censoringCurve(of);
    const uno = concordance(karno, of, { weightOf: (time) => 1 / before(time) ** 2 });
    expect(uno.estimate).toBeCloseTo(0.69933614, 7);
  });

  it('says nothing where no pair can be compared', () => {
    const censored = { durations: Float64Array.of(1, 2), events: Uint8Array.of(0, 0) };
    expect(concordance([1, 2], censored)).toEqual({ estimate: 0.5, lower: 0, upper: 1 });
  });
});

describe('censoringCurve', () => {
  it('lets events of a time come before the censored of that time', () => {
    const watched = censoringCurve(six);
    // At 2 one of five is censored; at 3 one of the two that are left after both events.
    expect(watched.after(1)).toBe(1);
    expect(watched.after(2)).toBeCloseTo(4 / 5, 12);
    expect(watched.before(3)).toBeCloseTo(4 / 5, 12);
    expect(watched.after(3)).toBeCloseTo(2 / 5, 12);
  });
});

describe('integratedBrier', () => {
  it('weighs those who were watched, worked by hand', () => {
    const of = { ...six, times: [2], censoring: censoringCurve(six) };
    // At 2: one event (G before 1 is 1), four still there (each ÷ .8), one censored at 2; half of the trapezoid from 0.
    const { score } = integratedBrier(() => 0.5, of);
    expect(score).toBeCloseTo((0.25 + 4 * (0.25 / 0.8)) / 6 / 2, 12);
  });

  it('is least for the truth', () => {
    const of = { ...six, times: [1, 2, 3], censoring: censoringCurve(six) };
    const perfect = integratedBrier((row, k) => (six.durations[row] > of.times[k] ? 1 : 0), of);
    expect(perfect.score).toBe(0);
  });
});

describe('logRank', () => {
  it('is survdiff of R survival 3.5-3 on the cell types of veteran', () => {
    const { durations, events, cellType } = veteran();
    const types = [...new Set(cellType)];
    const times = [...new Set(durations)].sort((a, b) => a - b);
    const count = (is: (row: number, time: number) => boolean) =>
      Float64Array.from({ length: 4 * times.length }, (_, at) => {
        const [group, time] = [types[Math.floor(at / times.length)], times[at % times.length]];
        return cellType.filter((type, row) => type === group && is(row, time)).length;
      });
    const result = logRank({
      groups: 4,
      times: times.length,
      atRisk: count((row, time) => durations[row] >= time),
      events: count((row, time) => durations[row] === time && events[row] === 1),
    });
    expect(result.observed.reduce((sum, value) => sum + value, 0)).toBe(128);
    // survdiff(Surv(time, status) ~ I(celltype == "squamous")): χ² 10.5313239
    expect(logRankAlong(result, [1, 0, 0, 0]).statistic).toBeCloseTo(10.5313239, 6);
  });
});
