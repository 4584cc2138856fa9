import type { Interval } from '../../model/estimate.js';
import type { Split } from '../../model/proof.js';
import type { KeptGroup, TimeProof } from '../../model/time-proof.js';
import { kaplanMeier } from '../../stats/kaplan-meier.js';
import { keptShare } from '../../stats/kept-share.js';
import { type Foretold, type Judging, measureTimes } from './measure-times.js';

/**
 * Measures foretold survival on accounts that were not learnt from. Give only those: nothing is left out here.
 * @param held `expected`: the share that each account is kept with after the horizon; `alone`: what Kaplan and Meier's curve of
 * the accounts that were learnt from foretells of everybody.
 */
export function proveTimes(
  foretold: Foretold & { readonly expected: Float64Array },
  held: Judging & { readonly alone: Foretold['keptOf']; readonly horizon: number; readonly split: Split },
): TimeProof {
  const { durations, events, split, horizon } = held;
  const { measures, losses } = measureTimes(foretold, held);
  const alone = measureTimes({ scores: new Float64Array(durations.length), keptOf: held.alone }, held).losses;
  const { expected } = foretold;
  const order = Int32Array.from(expected, (_, row) => row).sort((a, b) => expected[b] - expected[a] || a - b);
  const group = (rows: Int32Array): KeptGroup => ({
    accounts: rows.length,
    expected: rows.reduce((sum, row) => sum + expected[row], 0) / Math.max(1, rows.length),
    kept: keptShare(kaplanMeier(held, rows), horizon),
  });
  return {
    split,
    accounts: durations.length,
    ended: events.reduce((sum, event) => sum + event, 0),
    until: held.times.at(-1) ?? 0,
    ...measures,
    improvement: improvementOf({ losses, alone, designEffect: held.designEffect }),
    all: group(order),
    fifths: Array.from({ length: 5 }, (_, fifth) =>
      group(order.subarray(Math.round((fifth * order.length) / 5), Math.round(((fifth + 1) * order.length) / 5))),
    ),
  };
}

/** 1 − the ratio of two means over the same accounts; 95 % by the influence of each. */
function improvementOf(of: { losses: Float64Array; alone: Float64Array; designEffect: number }): Interval {
  const { losses, alone, designEffect } = of;
  const [ours, theirs] = [losses, alone].map((values) => values.reduce((sum, value) => sum + value, 0));
  if (!(theirs > 0)) return { estimate: 0, lower: -1, upper: 1 };
  const ratio = ours / theirs;
  const square = losses.reduce((sum, loss, row) => sum + (loss - ratio * alone[row]) ** 2, 0);
  const half = (1.959964 * Math.sqrt(designEffect * square)) / theirs;
  return { estimate: 1 - ratio, lower: 1 - ratio - half, upper: 1 - ratio + half };
}
