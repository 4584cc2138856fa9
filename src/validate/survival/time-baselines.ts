import type { CodedTable } from '../../learn/grid.js';
import { expectedEnds } from '../../learn/survival/time-lift.js';
import type { Durations } from '../../model/duration.js';
import type { TimeBaseline } from '../../model/time-proof.js';
import { kaplanMeier, type SurvivalCurve, stepAt } from '../../stats/kaplan-meier.js';
import type { AccountSplit } from '../account-split.js';
import { coarsenBins } from '../coarsen-bins.js';
import { listRounds } from '../list-rounds.js';
import { type Judging, measureTimes } from './measure-times.js';

/** Each bin is smoothed as if it had seen this many ends at the pace of all. */
const priorEnds = 5;

/**
 * What simpler means reach on the same held-out accounts, learnt on the same others: Kaplan and Meier's curve for everybody, and
 * the best single attribute, whose bins end so many times as fast as all.
 * @param judging the held-out accounts, in the order of the rounds of the split.
 */
export function measureTimeBaselines(
  table: CodedTable,
  { split, judging, ...of }: Durations & { readonly split: AccountSplit; readonly judging: Judging },
): TimeBaseline[] {
  const curves: SurvivalCurve[] = [];
  const roundOf: number[] = [];
  const paces: number[] = [];
  const chosen = new Map<string, number>();
  for (const { learnt, heldOut } of listRounds(split)) {
    const curve = kaplanMeier(of, learnt);
    const single = learnSingle(table, { ...of, rows: learnt, curve });
    chosen.set(single.name, (chosen.get(single.name) ?? 0) + 1);
    for (const row of heldOut) {
      roundOf.push(curves.length);
      paces.push(single.paceOf(row));
    }
    curves.push(curve);
  }
  if (roundOf.length === 0) return [];
  const alone = curves.map((curve) => keptAt(curve, judging.times));
  const keptOf = (row: number, k: number) => alone[roundOf[row]][k];
  const [favourite] = [...chosen].sort((a, b) => b[1] - a[1])[0];
  const measure = (name: string, foretold: Parameters<typeof measureTimes>[0]) => ({
    name,
    ...measureTimes(foretold, judging).measures,
  });
  return [
    measure('Kaplan–Meier, the same for all', { scores: new Float64Array(roundOf.length), keptOf }),
    measure(`best single attribute (${favourite})`, {
      scores: paces.map((pace) => -pace),
      keptOf: (row, k) => keptOf(row, k) ** paces[row],
    }),
  ];
}

/** The share kept after each time. */
export function keptAt(curve: SurvivalCurve, times: readonly number[]): number[] {
  return times.map((time) => {
    const step = stepAt(curve, time) - 1;
    return step < 0 ? 1 : curve.kept[step];
  });
}

interface Single {
  readonly name: string;
  /** How many times as fast as all the account's bin ends. */
  readonly paceOf: (row: number) => number;
}

/** The attribute whose paces make the ends of the accounts that were learnt from likeliest. */
function learnSingle(
  table: CodedTable,
  { events, durations, rows, curve }: Durations & { rows: Int32Array; curve: SurvivalCurve },
): Single {
  const due = expectedEnds({ durations, events }, curve);
  let best: Single & { gain: number } = { name: 'none', paceOf: () => 1, gain: Number.NEGATIVE_INFINITY };
  table.grids.forEach((grid, g) => {
    const codes = table.codes[g];
    const counts = new Float64Array(grid.binCount + 2);
    for (const row of rows) counts[codes[row]]++;
    const { bins, count } = coarsenBins(grid, counts);
    const [came, expected] = [new Float64Array(count), new Float64Array(count)];
    for (const row of rows) {
      came[bins[codes[row]]] += events[row];
      expected[bins[codes[row]]] += due[row];
    }
    const paces = came.map((ends, bin) => (ends + priorEnds) / (expected[bin] + priorEnds));
    const gain = paces.reduce((sum, pace, bin) => sum + came[bin] * Math.log(pace) - (pace - 1) * expected[bin], 0);
    const name = grid.kind === 'member' ? `${grid.attribute} includes ${grid.member}` : grid.attribute;
    if (gain > best.gain) best = { name, paceOf: (row) => paces[bins[codes[row]]], gain };
  });
  return best;
}
