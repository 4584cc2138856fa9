import type { Entity } from '../../model/entity.js';
import type { ColumnMapping, MappingQuestion, TableMapping } from '../../model/mapping.js';
import type { RawTable, Table } from '../../model/table.js';
import type { ColumnFinding } from '../column-finding.js';
import { askDeals, type DealGaps } from './ask-deals.js';
import { askQuestions } from './ask-questions.js';
import { type ColumnEvidence, columnEvidence, sampleOf } from './column-evidence.js';
import { contentMatches } from './content-matches.js';
import { describeColumn } from './describe-column.js';
import { domainLink } from './domain-link.js';
import { type KeyColumn, keyOverlap } from './key-column.js';
import { assignFields, type FieldMatch, headerMatches } from './match-fields.js';
import { type EntityVerdict, isOutcome, isTechnical, recogniseEntity } from './recognise-entity.js';
import { changedRow, findMoment, recogniseHistory } from './recognise-history.js';
import { recogniseSource } from './recognise-source.js';
import { wonValues } from './won-values.js';

export interface RecognisedTable {
  readonly mapping: TableMapping;
  /** Empty where nothing must be asked. */
  readonly questions: readonly MappingQuestion[];
  /** What is missing and cannot be asked. */
  readonly notes: DealGaps['notes'];
}

/**
 * What a table is, which tool wrote it, and what becomes of each column; by the name of the file, the headers
 * (`table-words.ts`, `field-headers.ts`) and the values.
 * @param about `typed`: what `assignTypes` made of `raw`; `keys`: account ids of other tables, which tell what points
 * to them; `sourceHint`: the tool that wrote the tables beside it, where its own headers do not tell; `isStates`: the
 * rows are former states of rows that another table holds as they are now; `linked`: entities of which another table says
 * whose their rows are.
 */
export function recogniseTable(
  raw: RawTable,
  {
    typed,
    fileName = raw.source,
    keys = [],
    sourceHint = null,
    isStates = false,
    linked = [],
  }: {
    typed: { readonly table: Table; readonly findings: readonly ColumnFinding[] };
    fileName?: string;
    keys?: readonly KeyColumn[];
    sourceHint?: string | null;
    isStates?: boolean;
    linked?: readonly Entity[];
  },
): RecognisedTable {
  const columns = columnEvidence(raw, typed);
  const headers = columns.map(({ name }) => name);
  const told = recogniseSource(headers, fileName);
  // Where the tables beside it are of one tool, a word or two of another one are chance.
  const source =
    told.name === null || (sourceHint !== null && told.headers < 3) ? (sourceHint ?? told.name) : told.name;
  const { verdict, matches, rivals } = readRows(columns, { fileName, source, keys, isStates, linked });
  const isOfPeople = countPersonal(headers) >= 2;
  const { entity, use } = verdict;
  const described = columns.map((column, at) => {
    const match = matches.find((candidate) => candidate.column === at);
    const mapping = describeColumn(column, { match, source, isOfPeople, entity });
    return use === 'rows' || match !== undefined || (use === 'history' && isStates)
      ? withReading(mapping, column)
      : leftOut(mapping, use);
  });
  const mapping: TableMapping = {
    file: fileName,
    source,
    ...verdict,
    columns: withOutcome(described, { columns, entity: verdict.entity }),
  };
  const gaps = askDeals(mapping, columns);
  const questions = [...askQuestions(mapping, { columns, rivals }), ...gaps.questions];
  return { mapping, questions, notes: gaps.notes };
}

interface ReadRows {
  readonly verdict: EntityVerdict;
  readonly matches: readonly FieldMatch[];
  readonly rivals: readonly FieldMatch[];
}

function readRows(
  columns: readonly ColumnEvidence[],
  about: {
    fileName: string;
    source: string | null;
    keys: readonly KeyColumn[];
    isStates: boolean;
    linked: readonly Entity[];
  },
): ReadRows {
  const { fileName, source, keys, isStates, linked } = about;
  const changes = recogniseHistory(columns, fileName);
  if (changes !== null) {
    const { entity, why, matches } = changes;
    return { verdict: { entity, use: 'history', confidence: 'sure', why }, matches, rivals: [] };
  }
  const verdict = recogniseEntity(columns, { fileName, source, keys, linked });
  if (verdict.use === 'unused') return { verdict, matches: [], rivals: [] };
  if (verdict.use === 'link' && verdict.entity === 'account')
    return { verdict, matches: domainLink(columns) ?? [], rivals: [] };
  const { matches, rivals } = findFields(columns, { entity: verdict.entity, keys });
  if (verdict.use === 'link')
    return { verdict, matches: matches.filter(({ field }) => /^(id|account|contact)$/.test(field)), rivals: [] };
  if (!isStates) return { verdict, matches, rivals };
  const why = `each row is a state of one ${verdict.entity}, which another table holds as it is now`;
  return {
    verdict: { ...verdict, use: 'history', why },
    matches: asStates(columns, { matches, fileName, entity: verdict.entity }),
    rivals: [],
  };
}

/** The fields of a state: which row it is of, and from when it counts. */
function asStates(
  columns: readonly ColumnEvidence[],
  { matches, fileName, entity }: { matches: readonly FieldMatch[]; fileName: string; entity: Entity },
): FieldMatch[] {
  const key = changedRow(columns, fileName);
  const isOwn =
    key !== null &&
    key.entity === entity &&
    columns[key.at].cells.present > 0 &&
    columns.some(({ key: name, isUnique }) => name === 'id' && isUnique);
  const moment = findMoment(columns, { isOfChanges: isOwn });
  const kept = matches.filter(
    ({ field, column }) => column !== moment && !(isOwn && (field === 'id' || column === key.at)),
  );
  const add = (column: number, field: string): FieldMatch[] =>
    column < 0 ? [] : [{ column, field, rank: 0, confidence: 'likely', why: 'a column of a table of states' }];
  return [...kept, ...add(isOwn ? key.at : -1, 'id'), ...add(moment, 'changedAt')];
}

function findFields(
  columns: readonly ColumnEvidence[],
  { entity, keys }: { entity: TableMapping['entity']; keys: readonly KeyColumn[] },
): { matches: FieldMatch[]; rivals: FieldMatch[] } {
  const candidates = headerMatches(columns, entity)
    .filter(({ column, field }) => field === 'id' || !isTechnical(columns[column].name))
    .filter(
      (match) =>
        match.field !== 'isWon' ||
        /won|gewonnen|gagne|ganado/.test(columns[match.column].key) ||
        isOutcome(columns[match.column]),
    )
    .filter(
      (match) =>
        match.field !== 'id' || columns[match.column].isUnique || columns[match.column].key === 'id' || match.rank < 6,
    )
    .map((match) => (match.field === 'account' ? weighOverlap(match, { column: columns[match.column], keys }) : match))
    .sort((a, b) => a.rank - b.rank || a.column - b.column);
  const byHeader = assignFields(candidates);
  const takenColumns = new Set(byHeader.map(({ column }) => column));
  const taken = new Set(byHeader.map(({ field }) => field));
  const byContent = assignFields(
    contentMatches(columns, { entity, taken, keys }).filter(({ column }) => !takenColumns.has(column)),
  );
  return { matches: [...byHeader, ...byContent], rivals: findRivals(candidates, { columns, entity }) };
}

/** A key whose values are account ids of another table goes before one that only sounds like it. */
function weighOverlap(
  match: FieldMatch,
  { column, keys }: { column: ColumnEvidence; keys: readonly KeyColumn[] },
): FieldMatch {
  if (match.via !== undefined) return match;
  const { share, key } = keyOverlap(column.cells.labels, keys);
  if (key === null || share < 0.3) return match;
  return {
    ...match,
    rank: match.rank - 100 * share,
    confidence: 'sure',
    why: `${match.why}; ${Math.round(share * 100)} % of its values are ${key.column} of ${key.file}`,
  };
}

/** Columns that could each be the key, none of them plainly the better. */
function findRivals(
  candidates: readonly FieldMatch[],
  { columns, entity }: { columns: readonly ColumnEvidence[]; entity: string },
): FieldMatch[] {
  const field = entity === 'account' ? 'id' : 'account';
  const all = candidates.filter(
    (match) => match.field === field && match.via === undefined && columns[match.column].finding.type !== 'empty',
  );
  const [best, ...rest] = all.filter((match, i) => all.findIndex(({ column }) => column === match.column) === i);
  if (best === undefined || best.rank < 0) return [];
  const near = rest.filter(({ rank, column }) =>
    field === 'id' ? best.rank >= 1 && rank - best.rank < 3 && columns[column].isUnique : rank - best.rank < 10,
  );
  return near.length === 0 ? [] : [best, ...near];
}

/** What a date that can be read both ways was read as. */
function withReading(mapping: ColumnMapping, column: ColumnEvidence): ColumnMapping {
  if (!column.isOrderOpen || mapping.use.kind === 'ignored') return mapping;
  const isSlashed = /^\d+\//.test(sampleOf(column, 1)[0] ?? '');
  return { ...mapping, confidence: 'guess', dayOrder: isSlashed ? 'month first' : 'day first' };
}

function leftOut(mapping: ColumnMapping, use: TableMapping['use']): ColumnMapping {
  const reasons = { rows: '', link: 'not needed to join', history: 'not needed to know what changed' };
  const reason = use === 'unused' ? 'the table is not used' : reasons[use];
  return { ...mapping, use: { kind: 'ignored', reason }, confidence: 'sure', why: reason };
}

function withOutcome(
  described: readonly ColumnMapping[],
  { columns, entity }: { columns: readonly ColumnEvidence[]; entity: string },
): ColumnMapping[] {
  if (entity !== 'deal') return [...described];
  return described.map((mapping, at) => {
    if (mapping.use.kind !== 'field' || (mapping.use.field !== 'stage' && mapping.use.field !== 'isWon'))
      return mapping;
    const { won, lost } = wonValues(columns[at]);
    return won.length + lost.length === 0 ? mapping : { ...mapping, won, lost };
  });
}

function countPersonal(headers: readonly string[]): number {
  return headers.filter((name) =>
    /^(age|gender|sex|first.?name|last.?name|birth.?date|marital.*|education|seniorcitizen|geschlecht|alter|edad|genero|sexe|prenom|vorname)$/i.test(
      name,
    ),
  ).length;
}
