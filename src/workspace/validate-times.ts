import { readDurations } from '../intake/read-durations.js';
import type { Criterion } from '../model/criterion.js';
import type { Durations } from '../model/duration.js';
import type { Profile } from '../model/profile.js';
import type { Scorecard } from '../model/scorecard.js';
import type { Column, RawTable, Table } from '../model/table.js';
import type { TimeBaseline, TimeProof } from '../model/time-proof.js';
import { scoreTable } from '../score/score-table.js';
import { censoringCurve } from '../stats/censoring-curve.js';
import { kaplanMeier } from '../stats/kaplan-meier.js';
import type { AccountSplit } from '../validate/account-split.js';
import type { Decision } from '../validate/decide-verdict.js';
import { listRounds } from '../validate/list-rounds.js';
import { confirmTimes } from '../validate/survival/confirm-times.js';
import { decideTimes } from '../validate/survival/decide-times.js';
import { judgedTimes } from '../validate/survival/measure-times.js';
import { proveTimes } from '../validate/survival/prove-times.js';
import { keptAt, measureTimeBaselines } from '../validate/survival/time-baselines.js';
import { codeAccounts } from './learn-part.js';
import { foreteller } from './prove-time-learning.js';
import { findTimed } from './time-request.js';

export interface JudgedTimes {
  readonly decision: Decision;
  readonly time: { readonly proof: TimeProof; readonly baselines: readonly TimeBaseline[] };
  readonly criteria: readonly Criterion[];
}

/** How long the accounts of a file were watched, as the profile reads it. */
export function readWatched(profile: Profile, of: { raw: RawTable; table: Table }) {
  const { outcome, is, time = {} } = profile.best;
  const event = is === undefined ? {} : { event: outcome, is };
  return readDurations({ ...time, ...event }, { find: findTimed(of.raw, of.table), file: of.raw.source });
}

/** Judges a profile of time by accounts that were watched after it was learnt; the same measures and gates as at learning. */
export function validateTimes(
  judged: { readonly columns: readonly Column[]; readonly rowCount: number; readonly labels: Uint8Array },
  of: {
    readonly profile: Profile;
    readonly card: Scorecard;
    readonly watched: Durations;
    /** The rows of the file that are judged. */
    readonly rows: Int32Array;
    readonly description: string;
    readonly folds: AccountSplit;
  },
): JudgedTimes {
  const { profile, card, rows } = of;
  const durations = Float64Array.from(rows, (row) => of.watched.durations[row]);
  const own: Durations = { durations, events: judged.labels };
  const horizon = card.time?.horizon ?? 0;
  const times = judgedTimes(own);
  const foretell = foreteller(card, { times, horizon });
  const foretold = Array.from(scoreTable(card, judged), foretell);
  const expected = Float64Array.from(foretold, ({ after }) => after);
  const split = { method: 'new', heldOutShare: 1, description: of.description } as const;
  const judging = { ...own, times, censoring: censoringCurve(own), designEffect: 1 };
  // The curve of the accounts themselves: what comes out better than that knows the accounts apart.
  const alone = keptAt(kaplanMeier(own), times);
  const proof = proveTimes(
    { scores: expected, expected, keptOf: (row, k) => foretold[row].path[k] },
    { ...judging, alone: (_, k) => alone[k], horizon, split },
  );
  const here = { accounts: proof.accounts, positives: proof.ended };
  const decision =
    here.accounts < 30
      ? decideTimes({ proof: null, learned: here })
      : decideTimes({ proof, learned: profile.learned.accounts > 0 ? profile.learned : here });
  return {
    decision,
    time: { proof, baselines: baselinesOf(judged, { ...of, own, times }) },
    criteria: profile.criteria.map((criterion) => ({
      ...criterion,
      status: confirmTimes(criterion, {
        rounds: [{ criteria: profile.criteria, heldOut: { columns: judged.columns, ...own } }],
        horizon,
      }),
    })),
  };
}

/** Learnt from the new accounts by folds, in whose order they are judged. */
function baselinesOf(
  judged: { readonly columns: readonly Column[]; readonly rowCount: number },
  { own, times, folds }: { own: Durations; times: readonly number[]; folds: AccountSplit },
): TimeBaseline[] {
  const order = listRounds(folds).flatMap(({ heldOut }) => Array.from(heldOut));
  const held: Durations = {
    durations: Float64Array.from(order, (row) => own.durations[row]),
    events: Uint8Array.from(order, (row) => own.events[row]),
  };
  const judging = { ...held, times, censoring: censoringCurve(held), designEffect: 1 };
  return measureTimeBaselines(codeAccounts(judged), { ...own, split: folds, judging });
}
