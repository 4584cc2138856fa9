import type { ColumnMapping, MappingQuestion, TableMapping } from '../../model/mapping.js';
import { dayOrderVotes, isMixed, openCells } from '../typing/try-date.js';
import { type ColumnEvidence, sampleOf } from './column-evidence.js';
import type { FieldMatch } from './match-fields.js';

/** What only a person can decide about a table; nothing where everything is plain or nothing depends on it. */
export function askQuestions(
  mapping: TableMapping,
  { columns, rivals }: { columns: readonly ColumnEvidence[]; rivals: readonly FieldMatch[] },
): MappingQuestion[] {
  if (mapping.use === 'unused') return [];
  const { file } = mapping;
  const questions: MappingQuestion[] = [];
  if (mapping.confidence === 'guess') {
    questions.push({
      file,
      column: null,
      question: `What is one row of ${file}? It was taken for ${mapping.entity === 'account' ? 'an account' : `one ${mapping.entity}`}.`,
      answers: ['account', 'contact', 'deal', 'subscription', 'payment', 'activity', 'ticket', 'answer', 'unused'],
    });
  }
  if (rivals.length > 1) {
    const names = rivals.map(({ column }) => columns[column].name);
    const field = mapping.entity === 'account' ? 'id' : 'account';
    questions.push({
      file,
      column: names[0],
      question:
        field === 'id'
          ? 'Which column is the id of the account, by which other tables name it?'
          : 'Which column says which account a row belongs to?',
      answers: names,
    });
  }
  const byName = new Map(columns.map((column) => [column.name, column]));
  for (const column of mapping.columns) {
    const evidence = byName.get(column.column);
    if (evidence === undefined || column.use.kind === 'ignored') continue;
    if (evidence.isOrderOpen && column.dayOrder !== undefined) questions.push(askDayOrder(file, { column, evidence }));
  }
  return questions;
}

function askDayOrder(
  file: string,
  { column, evidence }: { column: ColumnMapping; evidence: ColumnEvidence },
): MappingQuestion {
  const isBoth = isMixed(dayOrderVotes(evidence.cells));
  const example = isBoth ? openCells(evidence.cells)[0] : sampleOf(evidence, 1)[0];
  const why = isBoth ? 'Others in the column begin with the one, and others with the other' : 'No value tells';
  return {
    file,
    column: column.column,
    question: `In ${column.column}, does ${JSON.stringify(example)} begin with the day or the month? ${why}; it was read ${column.dayOrder}.`,
    answers: ['day first', 'month first'],
  };
}
