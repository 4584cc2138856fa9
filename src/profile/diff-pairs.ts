import { pairName } from '../model/pair-name.js';
import type { Axis, PairTerm } from '../model/scorecard.js';
import type { ProfileChange } from './profile-change.js';

/** Changes between the two-way tables of two scorecards, one each: cell by cell nobody could follow. */
export function diffPairs(before: readonly PairTerm[], after: readonly PairTerm[]): ProfileChange[] {
  const old = new Map(before.map((pair) => [keyOf(pair), pair]));
  const now = new Map(after.map((pair) => [keyOf(pair), pair]));
  return [
    ...[...now].flatMap(([key, pair]): ProfileChange[] => {
      const was = old.get(key);
      return was === undefined ? [{ kind: 'pair-appeared', ...summary(pair) }] : diffPair(was, pair);
    }),
    ...[...old]
      .filter(([key]) => !now.has(key))
      .map(([, pair]): ProfileChange => ({ kind: 'pair-vanished', ...summary(pair) })),
  ];
}

function diffPair(before: PairTerm, after: PairTerm): ProfileChange[] {
  const pair = pairName(after);
  if (JSON.stringify(before.axes.map(cutsOf)) !== JSON.stringify(after.axes.map(cutsOf)))
    return [{ kind: 'pair-points', pair, cells: null, largest: null }];
  const steps = after.points
    .flatMap((row, i) => row.map((points, j) => Math.abs(points - before.points[i][j])))
    .filter((step) => step > 0);
  return steps.length === 0 ? [] : [{ kind: 'pair-points', pair, cells: steps.length, largest: Math.max(...steps) }];
}

/** What an axis looks at and where it is divided: its keys in one order, and nothing else. */
function cutsOf(axis: Axis): unknown[] {
  if (axis.kind === 'numeric') return [axis.attribute, axis.cuts];
  return [axis.attribute, axis.kind === 'category' ? axis.groups.map(({ values }) => values) : axis.member];
}

function keyOf({ axes }: PairTerm): string {
  return JSON.stringify(axes.map((axis) => [axis.kind, axis.attribute, axis.kind === 'member' ? axis.member : null]));
}

function summary(pair: PairTerm) {
  const points = pair.points.flat();
  return { pair: pairName(pair), lowest: Math.min(...points), highest: Math.max(...points) };
}
