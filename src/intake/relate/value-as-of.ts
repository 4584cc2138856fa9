import type { NumberColumn, TextColumn } from '../../model/table.js';
import { indexRows } from './index-rows.js';

/** What properties of accounts were over time, as tools export it: one row for each change. All columns have equal length. */
export interface PropertyHistory {
  /** Account of each row, -1 unknown. */
  readonly accountOf: Int32Array;
  /** Name of the property that changed. */
  readonly property: Pick<TextColumn, 'codes' | 'labels'>;
  /** What it became; an empty cell: it was cleared. */
  readonly value: Pick<TextColumn, 'codes' | 'labels'>;
  /** When, in ms; NaN unknown, and then the row counts for nothing. */
  readonly at: Float64Array;
}

/**
 * What a property was just before each account's decision, as text that is typed like any other column. Of several
 * values of one moment the first by its code units.
 * @param decisionTime as for `deriveAttributes`: NaN is `asOf`.
 * @returns a column with a value for each account; -1 where it was not known yet, or cleared.
 */
export function valueAsOf(
  history: PropertyHistory,
  { property, decisionTime, asOf }: { property: string; decisionTime: Float64Array; asOf: number },
): TextColumn {
  const code = history.property.labels.indexOf(property);
  const accountOf = history.accountOf.map((account, row) => (history.property.codes[row] === code ? account : -1));
  const decisions = decisionTime.map((moment) => (Number.isNaN(moment) ? asOf : Math.min(moment, asOf)));
  const { starts, rows, at } = indexRows({ accountOf, at: history.at, decisions });
  const labels = history.value.labels;
  const found = Array.from(decisions, (_, account): string | null => {
    let value: string | null = null;
    for (let i = starts[account + 1] - 1; i >= starts[account] && at[i] === at[starts[account + 1] - 1]; i--) {
      const here = history.value.codes[rows[i]];
      if (here >= 0 && (value === null || labels[here] < value)) value = labels[here];
    }
    return value;
  });
  const used = [...new Set(found.filter((value) => value !== null))];
  const codeOf = new Map(used.map((label, i) => [label, i]));
  const codes = Int32Array.from(found, (value) => (value === null ? -1 : (codeOf.get(value) ?? -1)));
  return { type: 'text', name: property, codes, labels: used };
}

/**
 * A column without the values that became known at or after the decision; those with no known moment go as well.
 * @param knownSince when each account's value became known, in ms.
 */
export function blankLater<C extends TextColumn | NumberColumn>(
  column: C,
  moments: { knownSince: Float64Array; decisionTime: Float64Array; asOf: number },
): C;
export function blankLater(
  column: TextColumn | NumberColumn,
  { knownSince, decisionTime, asOf }: { knownSince: Float64Array; decisionTime: Float64Array; asOf: number },
): TextColumn | NumberColumn {
  const isKnown = (row: number) => {
    const decision = Number.isNaN(decisionTime[row]) ? asOf : Math.min(decisionTime[row], asOf);
    return knownSince[row] < decision;
  };
  if (column.type === 'text') return { ...column, codes: column.codes.map((code, row) => (isKnown(row) ? code : -1)) };
  return { ...column, values: column.values.map((value, row) => (isKnown(row) ? value : Number.NaN)) };
}
