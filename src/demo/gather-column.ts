import type { Column, SetColumn, TextColumn } from '../model/table.js';
import { type RowPlan, respelledCopy } from './plan-rows.js';

interface Gathering {
  readonly plan: RowPlan;
  /** By account: 1 where the cell is emptied. */
  readonly missing: Uint8Array | null;
  /** What becomes of a text in a respelled copy; never a text that another row has. Default: it stays. */
  readonly respell?: (text: string, row: number) => string;
}

/** The column as it is published: a row per row of the plan, some cells emptied, labels in order of first appearance. */
export function gatherColumn(column: Column, gathering: Gathering): Column {
  switch (column.type) {
    case 'number':
    case 'date':
      return { ...column, values: gatherValues(column.values, gathering) };
    case 'text':
      return gatherText(column, gathering);
    case 'category': {
      const relabel = createRelabel(column.labels);
      return {
        ...column,
        codes: gatherCodes(column.codes, { gathering, codeOf: relabel.codeOf }),
        labels: relabel.labels,
      };
    }
    case 'set':
      return gatherSet(column, gathering);
  }
}

function gatherValues(values: Float64Array, { plan, missing }: Gathering): Float64Array {
  const gathered = new Float64Array(plan.account.length);
  for (let row = 0; row < gathered.length; row++) {
    const account = plan.account[row];
    gathered[row] = missing !== null && missing[account] === 1 ? Number.NaN : values[account];
  }
  return gathered;
}

function gatherCodes(
  codes: Int32Array,
  { gathering: { plan, missing }, codeOf }: { gathering: Gathering; codeOf: (code: number, row: number) => number },
): Int32Array {
  const gathered = new Int32Array(plan.account.length);
  for (let row = 0; row < gathered.length; row++) {
    const account = plan.account[row];
    const code = codes[account];
    gathered[row] = code === -1 || (missing !== null && missing[account] === 1) ? -1 : codeOf(code, row);
  }
  return gathered;
}

function gatherText(column: TextColumn, gathering: Gathering): TextColumn {
  const { plan, respell } = gathering;
  const relabel = createRelabel(column.labels);
  const codeOf = (code: number, row: number) => {
    if (respell === undefined || plan.copy[row] !== respelledCopy) return relabel.codeOf(code);
    const text = column.labels[code];
    const respelled = respell(text, row);
    return respelled === text ? relabel.codeOf(code) : relabel.labels.push(respelled) - 1;
  };
  return { ...column, codes: gatherCodes(column.codes, { gathering, codeOf }), labels: relabel.labels };
}

function gatherSet(column: SetColumn, { plan, missing: emptied }: Gathering): SetColumn {
  const rowCount = plan.account.length;
  const relabel = createRelabel(column.labels);
  const offsets = new Int32Array(rowCount + 1);
  const missing = new Uint8Array(rowCount);
  const codes: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    const account = plan.account[row];
    if (column.missing[account] === 1 || (emptied !== null && emptied[account] === 1)) missing[row] = 1;
    else {
      const end = column.offsets[account + 1];
      for (let i = column.offsets[account]; i < end; i++) codes.push(relabel.codeOf(column.codes[i]));
    }
    offsets[row + 1] = codes.length;
  }
  return { ...column, offsets, codes: new Int32Array(codes), labels: relabel.labels, missing };
}

/** Gives out new codes in order of first use. */
function createRelabel(old: readonly string[]) {
  const newCodes = new Int32Array(old.length).fill(-1);
  const labels: string[] = [];
  const codeOf = (code: number) => {
    if (newCodes[code] === -1) newCodes[code] = labels.push(old[code]) - 1;
    return newCodes[code];
  };
  return { labels, codeOf };
}
