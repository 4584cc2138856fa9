import type { Axis, Scorecard } from '../model/scorecard.js';
import type { Column } from '../model/table.js';
import { compileCard } from './compile-card.js';

/** Values of one attribute that the card has no row for, or that are not there at all. */
export interface UnnamedValues {
  readonly attribute: string;
  /** `other`: category values that no row names; `missing`: empty cells; `absent`: the file has no such column. */
  readonly problem: 'other' | 'missing' | 'absent';
  readonly accounts: number;
  /** For `other`: up to five of the values, most frequent first. */
  readonly examples: readonly string[];
}

/** What the card had to score as "other" or "missing": said, never guessed. */
export function unnamedValues(
  card: Scorecard,
  { columns, rowCount }: { columns: readonly Column[]; rowCount: number },
): UnnamedValues[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const { axes } = compileCard(card);
  const attributes = [...new Set(axes.map((axis) => axis.attribute))];
  return attributes.flatMap((attribute): UnnamedValues[] => {
    const column = byName.get(attribute);
    if (column === undefined) return [{ attribute, problem: 'absent', accounts: rowCount, examples: [] }];
    const missing = countMissing(column, rowCount);
    const found: UnnamedValues[] =
      missing > 0 ? [{ attribute, problem: 'missing', accounts: missing, examples: [] }] : [];
    const other = otherValues(axes, { attribute, column });
    if (other.accounts > 0) found.push({ attribute, problem: 'other', ...other });
    return found;
  });
}

function countMissing(column: Column, rowCount: number): number {
  let count = 0;
  for (let row = 0; row < rowCount; row++) if (isMissing(column, row)) count++;
  return count;
}

function isMissing(column: Column, row: number): boolean {
  switch (column.type) {
    case 'number':
    case 'date':
      return Number.isNaN(column.values[row]);
    case 'category':
    case 'text':
      return column.codes[row] < 0;
    case 'set':
      return column.missing[row] === 1;
  }
}

function otherValues(axes: readonly Axis[], { attribute, column }: { attribute: string; column: Column }) {
  const axis = axes.find((candidate) => candidate.attribute === attribute);
  if (axis?.kind !== 'category' || column.type !== 'category') return { accounts: 0, examples: [] };
  const named = new Set(axis.groups.flatMap(({ values }) => values));
  const counts = new Map<string, number>();
  for (const code of column.codes) {
    if (code < 0 || named.has(column.labels[code])) continue;
    counts.set(column.labels[code], (counts.get(column.labels[code]) ?? 0) + 1);
  }
  const byCount = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return {
    accounts: byCount.reduce((sum, [, count]) => sum + count, 0),
    examples: byCount.slice(0, 5).map(([v]) => v),
  };
}
