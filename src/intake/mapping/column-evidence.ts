import type { RawColumn, RawTable, Table } from '../../model/table.js';
import type { ColumnFinding } from '../column-finding.js';
import { type Cells, firstLabels, shareOf, weigherOf } from '../typing/cells.js';
import { type TextPattern, textPattern } from '../typing/text-pattern.js';
import { dayOrderVotes, isMixed, openCells } from '../typing/try-date.js';
import { numbersAsCategories } from '../typing/type-typed-column.js';
import { headerKey, headerWords } from './header-key.js';

/** All that recognition looks at in one column. */
export interface ColumnEvidence {
  readonly name: string;
  /** The header as one word without accents. */
  readonly key: string;
  readonly words: readonly string[];
  readonly finding: ColumnFinding;
  readonly cells: Cells;
  /** What nine of ten present values look like. */
  readonly pattern: TextPattern | null;
  readonly rowCount: number;
  /** Every present value occurs once, or nearly. */
  readonly isUnique: boolean;
  /** Whole numbers only. */
  readonly isWhole: boolean;
  /** Dates of which none tells whether the day or the month is first, or some of a column that has both do not. */
  readonly isOrderOpen: boolean;
}

export function columnEvidence(
  raw: RawTable,
  typed: { table: Table; findings: readonly ColumnFinding[] },
): ColumnEvidence[] {
  const weigh = weigherOf(raw);
  const cells = raw.columns.map((column) => weigh(asText(column)));
  const votes = raw.columns.map((column, i) =>
    column.type === 'text' && typed.findings[i].type === 'date' ? dayOrderVotes(cells[i]) : null,
  );
  const isOrderKnown = votes.some((vote) => vote !== null && vote.dayFirst + vote.monthFirst > 0);
  return raw.columns.map((column, i) => {
    const finding = typed.findings[i];
    const typedColumn = typed.table.columns[i];
    const { present, distinct } = cells[i];
    return {
      name: column.name,
      key: headerKey(column.name),
      words: headerWords(column.name),
      finding,
      cells: cells[i],
      pattern: column.type === 'text' ? textPattern(cells[i]) : null,
      rowCount: raw.rowCount,
      isUnique: present > 0 && distinct >= present * 0.98,
      isWhole: typedColumn.type === 'number' && typedColumn.whole,
      isOrderOpen: isOpen(votes[i], { cells: cells[i], isOrderKnown }),
    };
  });
}

function isOpen(
  votes: ReturnType<typeof dayOrderVotes> | null,
  { cells, isOrderKnown }: { cells: Cells; isOrderKnown: boolean },
): boolean {
  if (votes === null || votes.either === 0) return false;
  return isMixed(votes) ? openCells(cells).length > 0 : !isOrderKnown;
}

export function asText(column: RawColumn) {
  return column.type === 'text' ? column : ({ ...numbersAsCategories(column), type: 'text' } as const);
}

/** Up to `most` distinct values. */
export function sampleOf({ cells }: ColumnEvidence, most = 200): string[] {
  return firstLabels(cells, most);
}

/** Share of the present cells, judged by at most 500 distinct values. */
export function shareLike({ cells }: ColumnEvidence, passes: (value: string) => boolean): number {
  if (cells.labels.length <= 500) return shareOf(cells, passes);
  const sample = firstLabels(cells, 500);
  return sample.filter(passes).length / sample.length;
}
