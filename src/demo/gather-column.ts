import type { Column, SetColumn } from '../model/table.js';
import { type RowPlan, respelledCopy } from './plan-rows.js';
import { textColumn } from './text-column.js';

/**
 * The column as it is published: a row per row of the plan, cells emptied where `missing` says so (by account), labels
 * in order of first appearance.
 * @param respell what becomes of a text in a respelled copy; default: nothing.
 */
export function gatherColumn(
  column: Column,
  {
    plan,
    missing,
    respell,
  }: { plan: RowPlan; missing: Uint8Array | null; respell?: (text: string, row: number) => string },
): Column {
  const isMissing = (row: number) => missing !== null && missing[plan.account[row]] === 1;
  const rowCount = plan.account.length;
  switch (column.type) {
    case 'number':
    case 'date':
      return {
        ...column,
        values: Float64Array.from(plan.account, (account, row) =>
          isMissing(row) ? Number.NaN : column.values[account],
        ),
      };
    case 'text':
      return textColumn(column.name, {
        rowCount,
        textOf: (row) => {
          const code = column.codes[plan.account[row]];
          if (code === -1 || isMissing(row)) return '';
          const text = column.labels[code];
          return plan.copy[row] === respelledCopy && respell ? respell(text, row) : text;
        },
      });
    case 'category': {
      const relabel = createRelabel(column.labels);
      const codes = Int32Array.from(plan.account, (account, row) =>
        isMissing(row) ? -1 : relabel.codeOf(column.codes[account]),
      );
      return { ...column, codes, labels: relabel.labels };
    }
    case 'set':
      return gatherSet(column, { plan, isMissing });
  }
}

function gatherSet(
  column: SetColumn,
  { plan, isMissing }: { plan: RowPlan; isMissing: (row: number) => boolean },
): SetColumn {
  const rowCount = plan.account.length;
  const relabel = createRelabel(column.labels);
  const offsets = new Int32Array(rowCount + 1);
  const missing = new Uint8Array(rowCount);
  const codes: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    const account = plan.account[row];
    if (isMissing(row) || column.missing[account] === 1) missing[row] = 1;
    else
      for (let i = column.offsets[account]; i < column.offsets[account + 1]; i++)
        codes.push(relabel.codeOf(column.codes[i]));
    offsets[row + 1] = codes.length;
  }
  return { ...column, offsets, codes: Int32Array.from(codes), labels: relabel.labels, missing };
}

/** Gives out new codes in order of first use. */
function createRelabel(old: readonly string[]) {
  const newCodes = new Int32Array(old.length).fill(-1);
  const labels: string[] = [];
  const codeOf = (code: number) => {
    if (code === -1) return -1;
    if (newCodes[code] === -1) newCodes[code] = labels.push(old[code]) - 1;
    return newCodes[code];
  };
  return { labels, codeOf };
}
