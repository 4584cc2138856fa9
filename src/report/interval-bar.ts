import type { Interval } from '../model/estimate.js';

/** A log axis of lift in whole doublings: cell `(log2(lift) - from) * step`, for `from <= log2(lift) <= to`. */
export interface LiftAxis {
  readonly from: number;
  readonly to: number;
  /** Cells per doubling. */
  readonly step: number;
}

/** The smallest axis that holds lift 1 and the intervals, at most ⅛ to 8, in at most `width` cells. */
export function liftAxis(lifts: readonly Interval[], width: number): LiftAxis {
  const from = clamp(Math.floor(Math.min(0, ...lifts.map(({ lower }) => Math.log2(lower)))), [-3, 0]);
  const most = clamp(Math.ceil(Math.max(0, ...lifts.map(({ upper }) => Math.log2(upper)))), [0, 3]);
  const to = most === from ? from + 1 : most;
  return { from, to, step: Math.max(1, Math.floor((width - 1) / (to - from))) };
}

/** An interval drawn in text, e.g. `┊   ──●──  `: `┊` is lift 1, `‹` and `›` say that it goes on past the axis. */
export function drawIntervalBar({ estimate, lower, upper }: Interval, axis: LiftAxis): string {
  const cells = Array.from({ length: axisWidth(axis) }, () => ' ');
  const last = cells.length - 1;
  const at = (lift: number) => Math.round((Math.log2(lift) - axis.from) * axis.step);
  const [from, to] = [clamp(at(lower), [0, last]), clamp(at(upper), [0, last])];
  cells[-axis.from * axis.step] = '┊';
  for (let cell = from; cell <= to; cell++) cells[cell] = '─';
  if (at(lower) < 0) cells[0] = '‹';
  if (at(upper) > last) cells[last] = '›';
  cells[clamp(at(estimate), [0, last])] = '●';
  return cells.join('');
}

/** The labels of the axis in its width, e.g. `1     2     4`. */
export function drawLiftAxis(axis: LiftAxis): string {
  const labels = ['⅛', '¼', '½', '1', '2', '4', '8'].slice(axis.from + 3, axis.to + 4);
  return labels.join(' '.repeat(axis.step - 1));
}

export function axisWidth({ from, to, step }: LiftAxis): number {
  return (to - from) * step + 1;
}

function clamp(value: number, [least, most]: readonly [number, number]): number {
  return Math.min(most, Math.max(least, value));
}
