import type { Table } from '../model/table.js';
import { insideWindow, type TimeWindow } from './time-window.js';

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
  window: TimeWindow & { readonly time: string | undefined };
}): Int32Array {
  const dropped = new Set(Array.from(drop));
  const isInside = insideWindow(table, window);
  return Int32Array.from(labels, (_, row) => row).filter(
    (row) => labels[row] !== unknown && !dropped.has(row) && isInside(row),
  );
}
