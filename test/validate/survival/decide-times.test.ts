import { describe, expect, it } from 'vitest';
import type { Durations } from '../../../src/model/duration.js';
import { censoringCurve } from '../../../src/stats/censoring-curve.js';
import { kaplanMeier } from '../../../src/stats/kaplan-meier.js';
import { createRandom } from '../../../src/stats/random.js';
import { decideTimes } from '../../../src/validate/survival/decide-times.js';
import { judgedTimes } from '../../../src/validate/survival/measure-times.js';
import { proveTimes } from '../../../src/validate/survival/prove-times.js';
import { keptAt } from '../../../src/validate/survival/time-baselines.js';

const split = { method: 'hash', heldOutShare: 0.25, description: '' } as const;
const learned = { accounts: 2000, positives: 900 };
const horizon = 12;
/** Leaving goes with 0.05 · e^(−x) a month; watched for up to 36. */
const keptBy = (x: number, month: number) => Math.exp(-0.05 * Math.exp(-x) * month);

function prove(of: Durations, scores: Float64Array) {
  const times = judgedTimes(of);
  const alone = keptAt(kaplanMeier(of), times);
  const expected = scores.map((x) => keptBy(x, horizon));
  return proveTimes(
    { scores, expected, keptOf: (row, k) => keptBy(scores[row], times[k]) },
    { ...of, times, censoring: censoringCurve(of), designEffect: 1, alone: (_, k) => alone[k], horizon, split },
  );
}

function watch(truth: Float64Array, random: ReturnType<typeof createRandom>): Durations {
  const until = truth.map(() => 36 * random.next());
  const end = truth.map((x) => -Math.log(1 - random.next()) / (0.05 * Math.exp(-x)));
  return {
    durations: end.map((time, row) => Math.min(time, until[row])),
    events: Uint8Array.from(end, (time, row) => (time <= until[row] ? 1 : 0)),
  };
}

describe('decideTimes', () => {
  it('lets at most 3 % of scores without any signal pass', () => {
    const random = createRandom(4);
    let passed = 0;
    for (let run = 0; run < 100; run++) {
      const of = watch(new Float64Array(150), random);
      const scores = Float64Array.from({ length: 150 }, () => 0.3 * random.normal());
      if (decideTimes({ proof: prove(of, scores), learned }).verdict !== 'refused') passed++;
    }
    expect(passed).toBeLessThanOrEqual(3);
  });

  it('publishes what was foretold rightly, ranks what misses, and refuses too few ends', () => {
    const random = createRandom(5);
    const truth = Float64Array.from({ length: 900 }, () => random.normal());
    const of = watch(truth, random);
    const right = prove(of, truth);
    expect(decideTimes({ proof: right, learned }).verdict).toBe('publishable');
    expect(right.all.kept.lower).toBeLessThan(right.all.expected);
    const gloomy = decideTimes({
      proof: prove(
        of,
        truth.map((x) => x - 0.35),
      ),
      learned,
    });
    expect(gloomy.verdict).toBe('ranked');
    expect(gloomy.reasons.at(-1)).toMatch(
      /^After the horizon \d+ % .* of the held-out accounts were kept, where \d+ % had been foretold/,
    );
    const few = decideTimes({ proof: right, learned: { accounts: 900, positives: 12 } });
    expect(few.reasons).toEqual(['Only 12 accounts whose end came; at least 20 are needed.']);
    expect(few.help).toEqual(['Add at least 8 more accounts whose end came.']);
  });
});
