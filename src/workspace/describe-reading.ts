import type { AppliedMapping } from '../intake/mapping/apply-mapping.js';
import { fieldShape } from '../intake/mapping/field-shape.js';
import { presentLabels, weigherOf } from '../intake/typing/cells.js';
import { isUndecided } from '../intake/typing/read-number.js';
import { dayOrderVotes, isMixed } from '../intake/typing/try-date.js';
import type { ColumnMapping, MappingQuestion } from '../model/mapping.js';
import type { RawTable, TextColumn } from '../model/table.js';

/** From this share of its values on that cannot be read, a field is not what it was taken for. */
const leastUnread = 0.5;

/** How the cells of a file were read where it goes not without saying, and what must be asked because they could not. */
export function describeReading(
  raw: RawTable,
  applied: AppliedMapping,
): { notes: string[]; questions: MappingQuestion[] } {
  const weigh = weigherOf(raw);
  const byName = new Map(raw.columns.flatMap((column) => (column.type === 'text' ? [[column.name, column]] : [])));
  const unread = unreadByColumn(applied);
  const notes: string[] = [];
  const questions: MappingQuestion[] = [];
  for (const entry of applied.mapping.columns) {
    const column = byName.get(entry.column);
    const shape = column === undefined ? null : shapeOf(entry);
    if (column === undefined || shape === null) continue;
    const found = unread.get(column.name);
    if (found !== undefined) {
      notes.push(unreadNote(column.name, found));
      const { present } = weigh(column);
      if (entry.use.kind === 'field' && found.count >= present * leastUnread)
        questions.push(askUnread(applied.mapping.file, { field: entry.use.field, column, shape, present, ...found }));
    }
    const note = shape === 'number' ? pointNote(column, weigh) : orderNote(column, weigh);
    if (note !== null) notes.push(note);
  }
  return { notes, questions };
}

type Weigh = ReturnType<typeof weigherOf>;

interface Unread {
  readonly count: number;
  readonly value: string;
  readonly line: number;
}

function unreadByColumn({ unreadable }: AppliedMapping): Map<string, Unread> {
  const byColumn = new Map<string, { count: number; value: string; line: number }>();
  for (const { column, value, line } of unreadable) {
    const known = byColumn.get(column);
    if (known === undefined) byColumn.set(column, { count: 1, value, line });
    else known.count++;
  }
  return byColumn;
}

function shapeOf({ use }: ColumnMapping): 'number' | 'moment' | null {
  if (use.kind === 'ignored') return null;
  if (use.kind === 'attribute')
    return use.type === 'date' ? 'moment' : use.type === 'number' || use.type === 'whole' ? 'number' : null;
  const shape = fieldShape(use.field);
  return shape === 'number' || shape === 'moment' ? shape : null;
}

function unreadNote(column: string, { count, value, line }: Unread): string {
  const cells = count === 1 ? '1 cell' : `${count} cells`;
  return `${column}: ${cells} could not be read as what the column is (first ${JSON.stringify(value.slice(0, 40))} on line ${line}); missing there, kept in the snapshot.`;
}

function askUnread(
  file: string,
  {
    field,
    column,
    shape,
    count,
    present,
    value,
  }: { field: string; column: TextColumn; shape: 'number' | 'moment'; present: number } & Unread,
): MappingQuestion {
  const what = shape === 'number' ? 'numbers' : 'dates';
  return {
    file,
    column: column.name,
    question: `${count} of ${present} values of ${column.name} are no ${what} that can be read (first ${JSON.stringify(value.slice(0, 40))}): is it the ${field}?`,
    answers: [`field: ${field}`, 'ignored: not readable'],
  };
}

/** Where each number has three digits behind its only point, they may be thousands. */
function pointNote(column: TextColumn, weigh: Weigh): string | null {
  const labels = presentLabels(weigh(column).sample);
  if (!isUndecided(labels)) return null;
  const example = labels.find((label) => label.includes('.')) ?? labels[0];
  return `${column.name}: ambiguous, every number has three digits behind its only point (${JSON.stringify(example.slice(0, 40))}); they were read as decimals, not as thousands.`;
}

function orderNote(column: TextColumn, weigh: Weigh): string | null {
  const votes = dayOrderVotes(weigh(column));
  if (!isMixed(votes)) return null;
  return `${column.name}: ${votes.dayFirst} dates have the day first and ${votes.monthFirst} the month; each of them was read in the one way that it can be.`;
}
