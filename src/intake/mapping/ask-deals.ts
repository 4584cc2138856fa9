import type { ColumnMapping, MappingGap, MappingQuestion, TableMapping } from '../../model/mapping.js';
import { outcomeMeaning } from '../outcome-words.js';
import { type ColumnEvidence, sampleOf } from './column-evidence.js';
import { keyTarget } from './key-target.js';

export interface DealGaps {
  readonly questions: readonly MappingQuestion[];
  /** What is missing and no column could be, one sentence each. */
  readonly notes: readonly { readonly topic: MappingGap; readonly text: string }[];
}

/**
 * What a table of deals must say and does not: whose they are, which were won and lost, and when that was decided.
 * Asked where a column could be it, else noted.
 */
export function askDeals(mapping: TableMapping, columns: readonly ColumnEvidence[]): DealGaps {
  if (mapping.use !== 'rows') return none;
  if (mapping.entity === 'account' && / say deal, but /.test(mapping.why)) return askOwner(mapping, columns);
  if (mapping.entity !== 'deal') return none;
  const gaps = [
    hasField(mapping, 'account') || hasField(mapping, 'contact') ? none : askOwner(mapping, columns),
    askEndings(mapping, columns),
    hasField(mapping, 'closedAt') ? none : askMoment(mapping, columns),
  ];
  return { questions: gaps.flatMap(({ questions }) => questions), notes: gaps.flatMap(({ notes }) => notes) };
}

/** Headers of numbers that name something. */
const numbered = /(id|key|nr|no|number|ref|code|番号|コード)$/;

const none: DealGaps = { questions: [], notes: [] };

/** The column that says how deals ended: the flag, else the stage. */
export function outcomeColumn(mapping: TableMapping): ColumnMapping | undefined {
  return fieldOf(mapping, 'isWon') ?? fieldOf(mapping, 'stage');
}

function askOwner(mapping: TableMapping, columns: readonly ColumnEvidence[]): DealGaps {
  const isDeal = mapping.entity === 'deal';
  const found = freeColumns(mapping, columns, isDeal ? [] : ['id', 'name']).filter(
    (column) =>
      column.cells.distinct > 5 &&
      keyTarget(column.name)?.entity !== 'deal' &&
      /^(identifier|category|number)$/.test(column.finding.type) &&
      (numbered.test(column.key) || sampleOf(column, 20).some((value) => /\p{L}/u.test(value))),
  );
  const entity = isDeal ? '' : ', and `entity: deal` above';
  if (found.length === 0 || (!isDeal && !/file is called/.test(mapping.why))) {
    const effect = isDeal
      ? 'No column says which account a deal belongs to: the deals count for no account.'
      : 'The rows look like deals, and no column names an account: each row counts as an account of its own.';
    return note('account', `${effect} If one does, write \`field: account\` in its line of the mapping${entity}.`);
  }
  return ask({
    file: mapping.file,
    column: found[0].name,
    topic: 'account',
    question: `Which column says which account a deal belongs to? None was recognised, and without it the deals count for ${isDeal ? 'no account' : 'no account of another table'}.`,
    answers: names(found),
    write: `write \`field: account\` in the line of the right column, in place of what it is there${entity}`,
  });
}

function askEndings(mapping: TableMapping, columns: readonly ColumnEvidence[]): DealGaps {
  const outcome = outcomeColumn(mapping);
  const evidence = columns.find(({ name }) => name === outcome?.column);
  if (outcome === undefined || evidence === undefined || evidence.finding.type === 'empty') {
    const found = freeColumns(mapping, columns).filter(
      ({ finding, cells, isWhole }) =>
        (finding.type === 'category' || (finding.type === 'number' && isWhole)) && cells.distinct <= 20,
    );
    const write = '`field: isWon, won: [ … ], lost: [ … ]`';
    if (found.length === 0) {
      if (outcome !== undefined) return none;
      return note(
        'ending',
        `No column says which deals were won and which lost: nothing can be learnt from them. If one does, write ${write} in its line of the mapping.`,
      );
    }
    return ask({
      file: mapping.file,
      column: found[0].name,
      topic: 'ending',
      question: 'Which column says whether a deal was won or lost? None was recognised.',
      answers: names(found),
      write: `write ${write}, with the right values, in the line of the right column`,
    });
  }
  const { won = [], lost = [] } = outcome;
  const values = sampleOf(evidence, 20);
  const common = { file: mapping.file, column: outcome.column, topic: 'ending' as const };
  if (won.length === 0 && values.length > 0) {
    return ask({
      ...common,
      question: `Which values of ${outcome.column} mean that the deal was won?`,
      answers: values,
      write: `write \`won: [ ${JSON.stringify(values[0])} ], lost: [ … ]\` (the right values) in the line of ${outcome.column}`,
    });
  }
  const unclear = values.filter(
    (value) => !won.includes(value) && outcomeMeaning(value.toLowerCase(), outcome.column) !== 'open',
  );
  if (lost.length > 0 || unclear.length === 0) return none;
  return note(
    'ending',
    `No value of ${outcome.column} says that a deal was lost. If ${unclear
      .slice(0, 5)
      .map((value) => JSON.stringify(value))
      .join(' or ')} does, write \`lost: [ … ]\` in its line of the mapping.`,
  );
}

function askMoment(mapping: TableMapping, columns: readonly ColumnEvidence[]): DealGaps {
  const found = freeColumns(mapping, columns).filter(({ finding }) => finding.type === 'date');
  if (found.length === 0) {
    return note(
      'moment',
      'No column says when a deal was decided: it counts as decided when it was created. If one does, write `field: closedAt` in its line of the mapping.',
    );
  }
  return ask({
    file: mapping.file,
    column: found[0].name,
    topic: 'moment',
    question: 'Which date says when a deal was won or lost? None was recognised.',
    answers: names(found),
    write: 'write `field: closedAt` in the line of the right date, in place of what it is there',
  });
}

/** Columns that are no field, hold something and are nobody's secret. */
function freeColumns(
  mapping: TableMapping,
  columns: readonly ColumnEvidence[],
  besides: readonly string[] = [],
): ColumnEvidence[] {
  return columns.filter(({ name, finding }) => {
    const use = mapping.columns.find(({ column }) => column === name)?.use;
    const isFree = use !== undefined && (use.kind !== 'field' || besides.includes(use.field));
    return isFree && finding.type !== 'empty' && finding.type !== 'constant';
  });
}

function fieldOf(mapping: TableMapping, field: string): ColumnMapping | undefined {
  return mapping.columns.find(({ use }) => use.kind === 'field' && use.field === field);
}

function hasField(mapping: TableMapping, field: string): boolean {
  return fieldOf(mapping, field) !== undefined;
}

function names(columns: readonly ColumnEvidence[]): string[] {
  return columns.slice(0, 12).map(({ name }) => name);
}

function ask(question: MappingQuestion): DealGaps {
  return { questions: [question], notes: [] };
}

function note(topic: MappingGap, text: string): DealGaps {
  return { questions: [], notes: [{ topic, text }] };
}
