import { describe, expect, it } from 'vitest';
import { medianInterval } from '../../src/stats/median-interval.js';
import { npsInterval } from '../../src/stats/nps-interval.js';
import { createRandom } from '../../src/stats/random.js';
import { findFailingMatches } from '../../src/validate/alignment/find-failing-matches.js';

const runs = 1000;
const share = (of: () => boolean) => {
  let count = 0;
  for (let run = 0; run < runs; run++) if (of()) count++;
  return count / runs;
};

describe('npsInterval', () => {
  it('covers the true score in 93 to 97 of 100 samples', () => {
    const random = createRandom(31);
    for (const { count, up, down } of [
      { count: 40, up: 0.5, down: 0.2 },
      { count: 150, up: 0.6, down: 0.1 },
      { count: 300, up: 0.2, down: 0.5 },
    ]) {
      const covered = share(() => {
        const counts = { promoters: 0, passives: 0, detractors: 0 };
        for (let i = 0; i < count; i++) {
          const one = random.next();
          counts[one < up ? 'promoters' : one < up + down ? 'detractors' : 'passives']++;
        }
        const { lower, upper } = npsInterval(counts);
        const truth = 100 * (up - down);
        return lower <= truth && truth <= upper;
      });
      expect(covered).toBeGreaterThan(0.93);
      expect(covered).toBeLessThan(0.97);
    }
  });
});

describe('medianInterval', () => {
  it('covers the true median in at least 94 of 100 samples, however skewed', () => {
    const random = createRandom(32);
    for (const count of [15, 60, 200]) {
      const covered = share(() => {
        const { lower, upper } = medianInterval(Float64Array.from({ length: count }, () => Math.exp(random.normal())));
        return lower <= 1 && 1 <= upper;
      });
      expect(covered).toBeGreaterThan(0.94);
    }
  });
});

describe('findFailingMatches', () => {
  it('raises the alarm in at most 1 of 100 profiles that are right', () => {
    const random = createRandom(33);
    const alarms = share(() => {
      const matches = Array.from({ length: 120 }, (_, i) => {
        const probability = 0.3 + 0.4 * random.next();
        return { account: String(i), probability, label: Number(random.next() < probability), time: i };
      });
      return findFailingMatches(matches).isAlarm;
    });
    // The standard error of 1,000 runs at .01 is .003.
    expect(alarms).toBeLessThanOrEqual(0.016);
  });
});
