import { type Entity, entities } from '../../model/entity.js';
import type { Confidence, TableMapping } from '../../model/mapping.js';
import { outcomeMeaning } from '../outcome-words.js';
import type { ColumnEvidence } from './column-evidence.js';
import { sampleOf } from './column-evidence.js';
import { domainLink } from './domain-link.js';
import { fieldShape } from './field-shape.js';
import { keysOf } from './header-key.js';
import { isTelling, type KeyColumn, keyOverlap } from './key-column.js';
import { keyTarget } from './key-target.js';
import { assignFields, type FieldMatch, headerMatches } from './match-fields.js';
import { surveyQuestions } from './survey-questions.js';
import { tableNoun } from './table-noun.js';
import { tellingHeaders } from './table-words.js';
import { isCoded, wonValues } from './won-values.js';

export interface EntityVerdict {
  readonly entity: Entity;
  readonly use: TableMapping['use'];
  readonly confidence: Confidence;
  readonly why: string;
}

/** What the rows of a table are, by the name of its file, its keys and the headers that only one entity has. */
export function recogniseEntity(
  columns: readonly ColumnEvidence[],
  {
    fileName,
    source,
    keys,
    linked = [],
  }: { fileName: string; source: string | null; keys: readonly KeyColumn[]; linked?: readonly Entity[] },
): EntityVerdict {
  const own = columns.filter((column) => !isTechnical(column.name));
  const { noun, word } = tableNoun(fileName);
  const link = readLink(own);
  if (link !== null) return link;
  if (isOwnAccount(own))
    return unused('account', 'the account that you have with the payment service yourself, and not a customer');
  const byValues = own.filter((column) => namesAccounts(column, keys));
  // Rows that name accounts again and again are something that accounts have or do.
  const isRelated = byValues.some(({ isUnique }) => !isUnique);
  const scores = entities.map((entity) => {
    const score = scoreOf(own, entity) + (isRelated && entity !== 'account' ? 2 : 0);
    return { entity, score, isNamed: noun === entity };
  });
  const byHeaders = [...scores].sort((a, b) => b.score - a.score);
  const isConnector = columns.some(({ name }) => connectorSign.test(name));
  if (noun === 'auxiliary' && (isConnector || byHeaders[0].score < 9))
    return unused(byHeaders[0].entity, `called ${word}: settings, lists or parts, not rows of an entity`);
  if (isConnector && /list|survey(_data)?(\.\w+)?$/.test(fileName))
    return unused(byHeaders[0].entity, 'a list that the tool keeps, not rows of an entity');
  if (
    /^(users?|owners?)$/.test(word) &&
    ['salesforce', 'hubspot', 'pendo', 'qualtrics', 'pipedrive'].includes(source ?? '')
  )
    return unused('contact', 'people who use the tool, not people at accounts');
  const ranked = scores
    .map(({ entity, score, isNamed }) => ({ entity, isNamed, score: score + (isNamed ? 7 : 0) }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (first.score < 2.5 && isConnector) return unused(first.entity, 'nothing tells what the rows are');
  if (first.score < 2.5)
    return { entity: 'account', use: 'rows', confidence: 'guess', why: 'nothing tells what the rows are' };
  const margin = first.score - second.score;
  const confidence = margin >= 4 ? 'sure' : margin >= 1.5 || first.isNamed ? 'likely' : 'guess';
  const why = first.isNamed ? `the file is called ${word}` : 'its headers';
  return withAccount(
    { entity: first.entity, use: 'rows', confidence, why },
    {
      columns: own,
      source,
      isNamed: first.isNamed,
      isConnector,
      isKeyed: byValues.length > 0 || linked.includes(first.entity),
    },
  );
}

/** Who, when, and how much money. */
function isSale(matches: readonly FieldMatch[], columns: readonly ColumnEvidence[]): boolean {
  const at = (field: string) => matches.find((match) => match.field === field)?.column ?? -1;
  const isMoney = columns[at('amount')]?.words.some((word) =>
    /^(amount|dollars?|usd|eur|gbp|price|revenue|sales|total|paid|spend|betrag|umsatz|montant|importe|valor|totale)$/.test(
      word,
    ),
  );
  const key = columns[at('account')];
  return isMoney === true && at('paidAt') >= 0 && key !== undefined && !key.isUnique;
}

function namesAccounts({ cells, finding }: ColumnEvidence, keys: readonly KeyColumn[]): boolean {
  return keys.length > 0 && finding.type !== 'date' && isTelling(cells) && keyOverlap(cells.labels, keys).share >= 0.5;
}

/** Bookkeeping columns of Fivetran, Airbyte, Stitch and the like. */
const connectorSign = /^_(fivetran|airbyte|sdc|dlt|meltano|hevo)_?/i;

/** Columns that a connector or the tool itself writes about its own work. */
export function isTechnical(name: string): boolean {
  return /^_(?!\w+_value$)|^(system_?modstamp|last_?modified(_?by)?(_?id|_?date)?|last_?referenced_?date|last_?viewed_?date|is_?deleted|\(do not modify\) (row checksum|modified on)|livemode|metadata|updated_?at|portal_?id|.*last_updated_at|attributes(\..*)?|referenceid|master_?record_?id|photo_?url|record_?type_?id|system_client)$/i.test(
    name,
  );
}

function scoreOf(columns: readonly ColumnEvidence[], entity: Entity): number {
  const telling = new Set(keysOf(tellingHeaders[entity]));
  const told = columns.filter(({ key }) => telling.has(key)).length;
  const matches = assignFields(headerMatches(columns, entity));
  const generic = new Set([
    'id',
    'name',
    'email',
    'phone',
    'city',
    'region',
    'country',
    'postcode',
    'address',
    'createdAt',
    'currency',
    'amount',
    'status',
    'kind',
    'contact',
    'title',
    'text',
    'score',
  ]);
  let score = Math.min(8, told * 1.5);
  for (const { field, column, via } of matches) {
    if (field === 'account') score += via === undefined ? (columns[column].isUnique ? 0 : 2) : 0.5;
    else if (field === 'isWon') score += isOutcome(columns[column]) ? 3 : 0;
    else if (field === 'stage') score += isOutcome(columns[column]) ? 3 : 1;
    else score += generic.has(field) ? 0.4 : fieldShape(field) === 'moment' ? 0.7 : 1;
  }
  const ownIds = columns.filter(({ name, key }) => key !== 'id' && targetOf(name) === entity);
  if (ownIds.some(({ isUnique }) => isUnique))
    score += ownIds[0] === columns[0] || columns[0]?.isUnique !== true ? 5 : 3;
  if (entity === 'payment' && isSale(matches, columns)) score += 1.5;
  if (entity === 'answer') score += Math.min(8, surveyQuestions(columns).length * 4);
  if (entity === 'account' && ownIds.length > 0 && ownIds.every(({ isUnique, rowCount }) => !isUnique && rowCount > 3))
    score -= 6;
  if (
    entity !== 'account' &&
    entity !== 'contact' &&
    entity !== 'answer' &&
    !matches.some(({ field }) => field === 'account' || field === 'contact')
  )
    score -= 1.5;
  return score;
}

function targetOf(name: string): Entity | null {
  const target = keyTarget(name);
  return target?.form === 'id' ? target.entity : null;
}

/** Whether values say won or lost. */
export function isOutcome(column: ColumnEvidence): boolean {
  if (isCoded(column)) return false;
  const { won, lost } = wonValues(column);
  if (won.length === 0) return false;
  return (
    lost.length > 0 || sampleOf(column, 60).some((value) => outcomeMeaning(value.toLowerCase(), column.name) === 'open')
  );
}

/** A table of nothing but keys of two entities joins them. */
function readLink(columns: readonly ColumnEvidence[]): EntityVerdict | null {
  const rest = columns.filter(
    ({ key }) => !/^(typeid|category|engagementtype|associationtype|isprimary|label)$/.test(key),
  );
  if (domainLink(columns) !== null)
    return { entity: 'account', use: 'link', confidence: 'sure', why: 'says which web domains each account has' };
  const targets = rest.map(({ name }) => targetOf(name));
  if (rest.length < 2 || rest.length > 3 || targets.includes(null)) return null;
  const kinds = [...new Set(targets as Entity[])];
  if (kinds.length < 2) return unused(kinds[0], 'pairs of rows that were merged');
  const to = kinds.includes('account') ? 'account' : kinds.includes('contact') ? 'contact' : null;
  const from = kinds.filter((kind) => kind !== to && kind !== 'contact')[0] ?? kinds.find((kind) => kind !== to);
  if (to === null || from === undefined)
    return unused(kinds[0], `joins ${kinds.join(' and ')}, neither of them an account`);
  return { entity: from, use: 'link', confidence: 'sure', why: `says which ${to} each ${from} belongs to` };
}

/** One row with what a payment service needs to know of the company that takes payments; several are a platform's merchants. */
function isOwnAccount(columns: readonly ColumnEvidence[]): boolean {
  const has = (key: string) => columns.some((column) => column.key === key);
  return has('chargesenabled') && has('payoutsenabled') && columns[0].rowCount <= 1;
}

/** Deals and payments that name no account stand for accounts themselves; people without a company are the accounts. */
function withAccount(
  verdict: EntityVerdict,
  {
    columns,
    source,
    isNamed,
    isConnector,
    isKeyed,
  }: {
    columns: readonly ColumnEvidence[];
    source: string | null;
    isNamed: boolean;
    isConnector: boolean;
    isKeyed: boolean;
  },
): EntityVerdict {
  const { entity } = verdict;
  const matches = headerMatches(columns, entity);
  const hasKey = isKeyed || matches.some(({ field }) => field === 'account' || field === 'contact');
  if (isConnector && !hasKey && (entity === 'payment' || !matches.some(({ field }) => field === 'id')))
    return unused(entity, `${verdict.why} say ${entity}, but no column says which account`);
  if (['account', 'answer', 'activity', 'ticket'].includes(entity)) return verdict;
  if (hasKey || isConnector || source !== null) return verdict;
  if (entity === 'contact' && isNamed && columns.some(({ pattern }) => pattern === 'email')) return verdict;
  return {
    entity: 'account',
    use: 'rows',
    confidence: 'likely',
    why: `${verdict.why} say ${entity}, but no column names an account: each row stands for one`,
  };
}

function unused(entity: Entity, why: string): EntityVerdict {
  return { entity, use: 'unused', confidence: 'likely', why };
}
