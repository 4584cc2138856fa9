import type { ColumnEvidence } from './column-evidence.js';
import { fitsField } from './field-shape.js';
import type { FieldMatch } from './match-fields.js';

/** Columns whose headers are questions that were put to people: `How likely …?`, or a sentence of many words. */
export function surveyQuestions(columns: readonly ColumnEvidence[]): number[] {
  return columns.flatMap(({ name, words }, at) =>
    (/[?？]\s*\)?\s*$/.test(name) && words.length >= 3) || words.length >= 7 ? [at] : [],
  );
}

/** Of a survey with one question a column: the one that is answered by a number, and the first that is answered in words. */
export function questionMatches(columns: readonly ColumnEvidence[]): FieldMatch[] {
  const asked = surveyQuestions(columns);
  const isScore = (at: number) => columns[at].isWhole && columns[at].cells.distinct <= 11;
  const score =
    asked.find((at) => isScore(at) && recommending.test(columns[at].name)) ?? asked.find((at) => isScore(at)) ?? -1;
  const text = asked.find((at) => at !== score && !columns[at].isWhole && fitsField(columns[at], 'text')) ?? -1;
  const match = (column: number, field: string): FieldMatch[] =>
    column < 0 ? [] : [{ column, field, rank: 150, confidence: 'likely', why: 'the header is a question' }];
  return [...match(score, 'score'), ...match(text, 'text')];
}

const recommending = /recommend|likely|empfehl|weiterempf|recommand|recomend|aanbevel|consigli/i;
