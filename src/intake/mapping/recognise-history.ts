import type { Entity } from '../../model/entity.js';
import { nameTokens } from '../typing/name-tokens.js';
import type { ColumnEvidence } from './column-evidence.js';
import { fitsField } from './field-shape.js';
import { keysOf } from './header-key.js';
import { keyTarget } from './key-target.js';
import type { FieldMatch } from './match-fields.js';
import { entityOfNoun } from './table-noun.js';

export interface HistoryVerdict {
  readonly entity: Entity;
  readonly matches: readonly FieldMatch[];
  readonly why: string;
}

const propertyKeys = keysOf(
  'property|field|field name|field key|field label|changed field|attribute|attribute name|feld|feldname|eigenschaft|champ|propriete|campo|propiedad',
);
/** Only where the file is called a history: elsewhere these say other things. */
const vagueKeys = keysOf('name|key|type');
const valueKeys = keysOf(
  'new value|new|value|to|to value|new string|after|neuer wert|wert|nouvelle valeur|valeur|nuevo valor|valor',
);
/** Of a file that is called a history: what a row went through, under its own name. */
const stageKeys = keysOf('stage|stage name|deal stage|pipeline stage|new stage|to stage|phase|etape|etapa');
const changeKeys = keysOf(
  'changed at|change date|changed on|date changed|edit date|date entered|entered at|log time|valid from|dbt valid from|effective from|snapshot date|timestamp|hs timestamp|updated|updated at|modified on|last modified date|last updated at|geandert am|modifie le|fecha de cambio',
);
const mostOfChanges = 7;
/** Of a row that is a change, when it was made is when the change was. */
const creationKeys = keysOf('created at|created date|created on|created|date|time');

/** Whether a file name says that its rows are states of others over time. */
export function isCalledHistory(fileName: string): boolean {
  return nameTokens(fileName.normalize('NFKD').replace(/\p{M}+/gu, '')).some((word) =>
    /^(history|histories|historie|historique|historico|historial|changelog|changes|snapshots?|audit|verlauf|storico|log)$/.test(
      word,
    ),
  );
}

/** A table of changes: which row, which property, what it became, when. Null where it is none. */
export function recogniseHistory(columns: readonly ColumnEvidence[], fileName: string): HistoryVerdict | null {
  const isCalled = isCalledHistory(fileName);
  const key = changedRow(columns, fileName);
  // A table of whole states has the other columns of its rows, too.
  const isShort = columns.filter(({ name }) => !name.startsWith('_')).length <= mostOfChanges;
  const told = findBy(columns, { keys: valueKeys, field: 'value' });
  const value = told < 0 && isCalled && isShort ? findBy(columns, { keys: stageKeys, field: 'value' }) : told;
  const moment = findMoment(columns, { isOfChanges: true });
  if (key === null || value < 0 || moment < 0) return null;
  const isOfStages = told < 0 || /stage|phase|status/i.test(fileName);
  const spelt = columns.findIndex(({ name }) => /^property.?name$/i.test(name));
  const named = spelt >= 0 ? spelt : findBy(columns, { keys: propertyKeys, field: 'property' });
  const property =
    named >= 0 || !isCalled || told < 0 ? named : findBy(columns, { keys: vagueKeys, field: 'property' });
  if (property < 0 && !isOfStages) return null;
  const matches = [match(key.at, 'id'), match(value, 'value'), match(moment, 'changedAt')];
  if (property >= 0) matches.push(match(property, 'property'));
  else matches[1] = match(value, key.entity === 'deal' ? 'stage' : 'value');
  return { entity: key.entity, matches, why: `each row is a change of one ${key.entity}` };
}

/** The moment from which a whole state of a row counts. */
export function findMoment(columns: readonly ColumnEvidence[], { isOfChanges }: { isOfChanges: boolean }): number {
  const start = columns.findIndex(({ name }) => /^_fivetran_start$|^_sdc_started_at$/i.test(name));
  return start >= 0
    ? start
    : findBy(columns, { keys: [...changeKeys, ...(isOfChanges ? creationKeys : [])], field: 'changedAt' });
}

/** The key of the row that changed: of several the one that the file is called after. */
export function changedRow(
  columns: readonly ColumnEvidence[],
  fileName: string,
): { at: number; entity: Entity } | null {
  const called = nameTokens(fileName).map(entityOfNoun);
  const keys = columns.flatMap(({ name }, at) => {
    const target = keyTarget(name);
    return target?.form === 'id' && columns[at].key !== 'id' ? [{ at, entity: target.entity }] : [];
  });
  return keys.find(({ entity }) => called.includes(entity)) ?? keys.find(({ at }) => !columns[at].isUnique) ?? null;
}

function findBy(
  columns: readonly ColumnEvidence[],
  { keys, field }: { keys: readonly string[]; field: string },
): number {
  for (const wanted of keys) {
    const at = columns.findIndex((column) => column.key === wanted && fits(column, field));
    if (at >= 0) return at;
  }
  return -1;
}

function fits(column: ColumnEvidence, field: string): boolean {
  if (field === 'changedAt') return fitsField(column, field);
  return field === 'value' || column.finding.type !== 'date';
}

function match(column: number, field: string): FieldMatch {
  return { column, field, rank: 0, confidence: 'sure', why: 'a column of a table of changes' };
}
