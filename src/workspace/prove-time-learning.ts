import type { Criterion } from '../model/criterion.js';
import type { Durations } from '../model/duration.js';
import type { TimeBaseline, TimeProof } from '../model/time-proof.js';
import { keptUntil } from '../score/kept-after.js';
import { scoreTable } from '../score/score-table.js';
import { censoringCurve } from '../stats/censoring-curve.js';
import { kaplanMeier } from '../stats/kaplan-meier.js';
import type { AccountSplit } from '../validate/account-split.js';
import { designEffectOf } from '../validate/design-effect.js';
import { listRounds } from '../validate/list-rounds.js';
import type { HeldOutTimes } from '../validate/survival/confirm-times.js';
import { judgedTimes } from '../validate/survival/measure-times.js';
import { proveTimes } from '../validate/survival/prove-times.js';
import { keptAt, measureTimeBaselines } from '../validate/survival/time-baselines.js';
import { codeAccounts } from './learn-part.js';
import { learnTimePart, type TimeData, takeTimes } from './learn-time-part.js';
import type { ProgressOptions } from './progress.js';

/** What one round of holding out found without its held-out accounts, beside those accounts. */
export interface TimeRound extends HeldOutTimes {
  readonly criteria: readonly Criterion[];
}

/** What holding out has shown; the proof is null when nothing could be held out. */
export interface ProvenTimes {
  readonly proof: TimeProof | null;
  readonly baselines: readonly TimeBaseline[];
  readonly rounds: readonly TimeRound[];
  /** The held-out accounts of all rounds, and the share that each was foretold to be kept with after the horizon. */
  readonly heldOut: (Durations & { readonly expected: Float64Array }) | null;
}

export const noTimesProven: ProvenTimes = { proof: null, baselines: [], rounds: [], heldOut: null };

/** Learns as often as the split asks for, each time without the held-out accounts, and says how long just those will last. */
export function proveTimeLearning(
  data: TimeData,
  { split, onProgress }: { split: AccountSplit } & ProgressOptions,
): ProvenTimes {
  const listed = listRounds(split);
  const all = Int32Array.from(listed.flatMap(({ heldOut }) => Array.from(heldOut)));
  const held = takeTimes(data, all);
  const times = judgedTimes(held);
  if (all.length === 0 || times.length === 0) return noTimesProven;
  const width = times.length;
  const expected = new Float64Array(all.length);
  const kept = new Float32Array(all.length * width);
  const alone = new Float32Array(all.length * width);
  let next = 0;
  const rounds: TimeRound[] = [];
  for (const [i, { learnt, heldOut }] of listed.entries()) {
    onProgress?.(listed.length > 1 ? `proving, fold ${i + 1} of ${listed.length}` : 'proving on held-out accounts');
    const own = takeTimes(data, learnt);
    const part = learnTimePart(own);
    if (part === null) return noTimesProven;
    const judged = takeTimes(data, heldOut);
    const curve = keptAt(kaplanMeier(own), times);
    const foretell = foreteller(part.card, { times, horizon: data.horizon });
    for (const points of scoreTable(part.card, judged)) {
      const { path, after } = foretell(points);
      kept.set(path, next * width);
      alone.set(curve, next * width);
      expected[next++] = after;
    }
    rounds.push({ criteria: part.criteria, heldOut: judged });
  }
  const judging = {
    durations: held.durations,
    events: held.events,
    times,
    censoring: censoringCurve(held),
    designEffect: designEffectOf(split.split),
  };
  const proof = proveTimes(
    { scores: expected, expected, keptOf: (row, k) => kept[row * width + k] },
    { ...judging, alone: (row, k) => alone[row * width + k], horizon: data.horizon, split: split.split },
  );
  onProgress?.('measuring the baselines');
  const baselines = measureTimeBaselines(codeAccounts(data), { ...data, split, judging });
  return { proof, baselines, rounds, heldOut: { durations: held.durations, events: held.events, expected } };
}

/** Shares kept along the times and after the horizon, by points; the same points are asked for again and again. */
export function foreteller(
  card: Parameters<typeof keptUntil>[0],
  { times, horizon }: { times: readonly number[]; horizon: number },
): (points: number) => { readonly path: readonly number[]; readonly after: number } {
  const known = new Map<number, { path: readonly number[]; after: number }>();
  return (points) => {
    const before = known.get(points);
    if (before !== undefined) return before;
    const path = keptUntil(card, { points, times });
    const [after] = keptUntil(card, { points, times: [horizon] });
    known.set(points, { path, after });
    return { path, after };
  };
}
