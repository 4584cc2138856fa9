import { describe, expect, it } from 'vitest';
import { drawBeta } from '../../src/stats/draw-gamma.js';
import { createRandom } from '../../src/stats/random.js';
import { contractLifetime } from '../../src/value/contract-lifetime.js';

/** Customers who renew each month with a probability of their own, watched for up to `watched` months, and what they pay in the next year. */
function drawContracts(seed: number, accounts: number) {
  const random = createRandom(seed);
  const [months, hasEnded, monthly]: number[][] = [[], [], []];
  let paidNext = 0;
  for (let i = 0; i < accounts; i++) {
    const leaves = drawBeta(random, { a: 0.7, b: 6 });
    const watched = 1 + random.int(24);
    let tenure = 1;
    while (tenure < watched && random.next() >= leaves) tenure++;
    const isHere = tenure === watched && random.next() >= leaves;
    months.push(tenure);
    hasEnded.push(isHere ? 0 : 1);
    monthly.push(1000 + random.int(9000));
    // As the model has it: the renewal of this month is behind those who are here, the next twelve are to come.
    for (let k = 0; isHere && k < 12 && random.next() >= leaves; k++) paidNext += monthly[i];
  }
  const log = {
    accounts: months.map((_, i) => `a${i}`),
    months: Float64Array.from(months),
    hasEnded: Uint8Array.from(hasEnded),
    monthly: Float64Array.from(monthly),
    paid: new Float64Array(accounts),
    isPaidTold: false,
    scale: 2,
  };
  return { log, paidNext: paidNext / 100 };
}

describe('contractLifetime', () => {
  it('has what accounts really pay in the interval of the total in most of 30 populations', () => {
    let [inside, width, ratio] = [0, 0, 0];
    for (let seed = 1; seed <= 30; seed++) {
      const { log, paidNext } = drawContracts(seed, 1200);
      const { report } = contractLifetime(log, { horizonMonths: 12, discountRate: 0, seed });
      const { estimate, lower, upper } = report.total ?? { estimate: Number.NaN, lower: 0, upper: 0 };
      if (paidNext >= lower && paidNext <= upper) inside++;
      width += (upper - lower) / estimate / 30;
      ratio += estimate / paidNext / 30;
    }
    expect(inside).toBeGreaterThanOrEqual(26);
    expect(ratio).toBeCloseTo(1, 1);
    expect(width).toBeLessThan(0.25);
  });

  it('has the estimate of each account in its interval, of one that costs more than it brings, too', () => {
    const { log } = drawContracts(3, 1200);
    const loyal = log.hasEnded.map((ended, i) => (i % 3 === 0 ? 0 : ended));
    const monthly = log.monthly.map((amount, i) => (i % 50 === 0 ? -amount : amount));
    const of = Int32Array.from(log.months, (_, i) => (i % 3 === 0 ? 0 : 1));
    const { values } = contractLifetime(
      { ...log, hasEnded: loyal, monthly },
      { horizonMonths: 12, discountRate: 0.1, seed: 1, segments: { attribute: 'kind', names: ['a', 'b'], of } },
    );
    if (values === null) throw new Error('nothing is estimated');
    expect(values.value.some((value) => value < 0)).toBe(true);
    values.value.forEach((value, i) => {
      expect(values.lower[i]).toBeLessThanOrEqual(value);
      expect(values.upper[i]).toBeGreaterThanOrEqual(value);
    });
  });

  it('claims no interval where too few left to check it', () => {
    const { log } = drawContracts(3, 60);
    const hasEnded = log.hasEnded.map((ended, i) => (i < 10 ? ended : 0));
    const { report, values } = contractLifetime({ ...log, hasEnded }, { horizonMonths: 12, discountRate: 0, seed: 1 });
    expect([report.basis, report.total?.lower, report.total?.upper]).toEqual(['observed', Number.NaN, Number.NaN]);
    expect(report.total?.estimate).toBeGreaterThan(0);
    expect(values?.upper.every(Number.isNaN)).toBe(true);
  });
});
