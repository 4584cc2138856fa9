import { AssayError } from '../errors.js';
import type { Table } from '../model/table.js';

const unknown = 255;

/** Which records are learnt from: the outcome known, no repeat, and decided inside the window if one is given. */
export function chooseRows({
  labels,
  drop,
  table,
  window,
}: {
  /** 255 where the outcome is not known. */
  labels: Uint8Array;
  drop: ArrayLike<number>;
  table: Table;
  window: { time: string | undefined; since: string | undefined; until: string | undefined };
}): Int32Array {
  const dropped = new Set(Array.from(drop));
  const isInside = insideWindow(table, window);
  return Int32Array.from(labels, (_, row) => row).filter(
    (row) => labels[row] !== unknown && !dropped.has(row) && isInside(row),
  );
}

function insideWindow(
  table: Table,
  { time, since, until }: { time: string | undefined; since: string | undefined; until: string | undefined },
): (row: number) => boolean {
  if (since === undefined && until === undefined) return () => true;
  const column = table.columns.find(({ name }) => name === time);
  if (column?.type !== 'date' && column?.type !== 'number') {
    throw new AssayError('USAGE', {
      detail: '--since and --until need to know when each account was decided.',
      hint: 'Name the column with --time.',
    });
  }
  const lower =
    since === undefined ? Number.NEGATIVE_INFINITY : readMoment(since, { type: column.type, option: '--since' });
  const upper =
    until === undefined ? Number.POSITIVE_INFINITY : readMoment(until, { type: column.type, option: '--until' });
  return (row) => column.values[row] >= lower && column.values[row] < upper;
}

function readMoment(text: string, { type, option }: { type: 'date' | 'number'; option: string }): number {
  const moment =
    type === 'number' ? Number(text) : /^\d{4}(-\d{2}(-\d{2})?)?/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(moment)) return moment;
  throw new AssayError('USAGE', {
    detail: `${option} ${text} is not a ${type}.`,
    hint: type === 'date' ? `Give e.g. ${option} 2024-07-01.` : `Give a number in the unit of the time column.`,
  });
}
