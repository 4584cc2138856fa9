import { type Entity, fieldsOf } from '../../model/entity.js';
import type { Confidence } from '../../model/mapping.js';
import { type ColumnEvidence, shareLike } from './column-evidence.js';
import { fieldHeaders } from './field-headers.js';
import { fitsField } from './field-shape.js';
import { keysOf } from './header-key.js';
import { keyTarget } from './key-target.js';
import { nounsOf } from './table-words.js';

/** A column that may be a field. The lower the rank, the better. */
export interface FieldMatch {
  readonly column: number;
  readonly field: string;
  readonly rank: number;
  readonly confidence: Confidence;
  readonly why: string;
  /** Of keys to rows that name the account in turn. */
  readonly via?: Entity;
}

/** Every field that the header of every column may be, as far as the values bear it out; the best first. */
export function headerMatches(columns: readonly ColumnEvidence[], entity: Entity): FieldMatch[] {
  const lookup = rankedHeaders(entity);
  // Beside first and last names, `Name` is the person's, and the company stands elsewhere, if at all.
  const hasPerson = entity === 'account' && columns.some(({ key }) => key === 'firstname' || key === 'lastname');
  const found: FieldMatch[] = [];
  columns.forEach((column, at) => {
    for (const { key, loss } of readings(column, entity)) {
      for (const { field, rank } of lookup.get(key) ?? []) {
        if (!fitsField(column, field)) continue;
        if (entity === 'account' && field === 'name' && isFewGroups(column)) continue;
        found.push({
          column: at,
          field,
          rank: rank + loss + (field === 'name' && hasPerson && personNames.has(key) ? 30 : 0),
          confidence: loss >= 40 ? 'likely' : 'sure',
          why: `the header says ${words(field)}`,
        });
      }
    }
    found.push(...halfNames(column, { at, entity, keys: columns.map(({ key }) => key) }));
    found.push(...keyMatches(column, { at, entity }));
  });
  return found.sort((a, b) => a.rank - b.rank || a.column - b.column);
}

/** `Nome` beside `Cognome` is the first name, `Nom` beside `Prénom` the last. */
function halfNames(
  { key }: ColumnEvidence,
  { at, entity, keys }: { at: number; entity: Entity; keys: readonly string[] },
): FieldMatch[] {
  if (!(fieldsOf[entity] as readonly string[]).includes('firstName')) return [];
  const half = nameHalves.find(({ name, beside }) => name === key && beside.some((other) => keys.includes(other)));
  if (half === undefined) return [];
  const why = `the header says ${words(half.field)}, beside the other name`;
  return [{ column: at, field: half.field, rank: -1, confidence: 'sure', why }];
}

const nameHalves: readonly { readonly name: string; readonly beside: readonly string[]; readonly field: string }[] = [
  { name: 'nome', beside: ['cognome', 'sobrenome', 'apelido', 'ultimonome'], field: 'firstName' },
  { name: 'nombre', beside: ['apellido', 'apellidos', 'primerapellido'], field: 'firstName' },
  { name: '名', beside: ['姓', '苗字'], field: 'firstName' },
  { name: 'nom', beside: ['prenom'], field: 'lastName' },
  { name: 'name', beside: ['vorname'], field: 'lastName' },
  { name: 'naam', beside: ['voornaam'], field: 'lastName' },
  { name: 'namn', beside: ['fornamn'], field: 'lastName' },
];

const personNames = new Set(['name', 'fullname', 'displayname']);

/** Each field once, each column once. */
export function assignFields(matches: readonly FieldMatch[]): FieldMatch[] {
  const fields = new Set<string>();
  const taken = new Set<number>();
  return matches.filter(({ field, column }) => {
    if (fields.has(field) || taken.has(column)) return false;
    fields.add(field);
    taken.add(column);
    return true;
  });
}

/** The header as it is; without the entity's own noun; without a unit behind. */
function readings({ name, key, words: parts }: ColumnEvidence, entity: Entity): { key: string; loss: number }[] {
  const found = [{ key, loss: 0 }];
  // `(Do Not Modify) Account` of Dynamics holds the id.
  if (/^\(do not modify\) /i.test(name) && nounsOf[entity].includes(key)) return [{ key: 'id', loss: 0 }];
  for (const rest of ownRests(key, entity)) found.push({ key: rest, loss: 0.5 });
  for (const rest of restsBefore(key, entity)) found.push({ key: rest, loss: 25 });
  for (const { key: bare, loss } of withoutQualifiers(parts)) found.push({ key: bare, loss });
  const units = new Set(['usd', 'eur', 'gbp', 'chf', 'utc', 'gmt', 'local', 'in', 'eu', 'us']);
  const end = parts.findLastIndex((word) => !units.has(word)) + 1;
  if (end > 0 && end < parts.length) found.push({ key: parts.slice(0, end).join(''), loss: 1 });
  return found;
}

/** `Estado pedido`, `N° facture`: what is left where the noun stands behind. */
function restsBefore(key: string, entity: Entity): string[] {
  return nounsOf[entity]
    .filter((noun) => key.endsWith(noun) && key.length > noun.length)
    .map((noun) => key.slice(0, -noun.length).replace(/d[aeio]l?$/, ''))
    .filter((rest) => !/^(first|last|new|old|parent|previous|next|open|)$/.test(rest));
}

/** `Default Address City`, `Email (Billing)`: words that only say of what kind an address is, before and behind. */
function withoutQualifiers(parts: readonly string[]): { key: string; loss: number }[] {
  let [from, to] = [0, parts.length];
  const found: { key: string; loss: number }[] = [];
  while (to - from > 1 && qualifiers.has(parts[to - 1])) to--;
  if (to < parts.length) found.push({ key: parts.slice(0, to).join(''), loss: 1.5 });
  while (to - from > 1 && qualifiers.has(parts[from])) {
    from++;
    found.push({ key: parts.slice(from, to).join(''), loss: 1.5 + from / 2 });
  }
  return found;
}

const qualifiers = new Set(
  'default,billing,address,primary,main,office,work,business,mailing,registered,hq,headquarters,headquarter,invoice,physical,rechnungs,facturation,facturacion,your'.split(
    ',',
  ),
);

/** What is left of a header without the entity's own noun, once and twice: `Deal - Deal created`. */
function ownRests(key: string, entity: Entity): string[] {
  const strip = (text: string) =>
    nounsOf[entity]
      .filter((noun) => text.startsWith(noun) && text.length > noun.length)
      .map((noun) => text.slice(noun.length));
  const once = strip(key);
  return [...new Set([...once, ...once.flatMap(strip)])];
}

/** Columns that point to other rows: to the account, to the contact, or to a row that names the account. */
function keyMatches(column: ColumnEvidence, { at, entity }: { at: number; entity: Entity }): FieldMatch[] {
  if (entity === 'account') return [];
  // Where each respondent answers once, the respondent's number is the answer's.
  if (entity === 'answer' && column.key === 'respondentid' && column.isUnique) return [];
  if (
    /^(e?mail|emailaddress|email1|mailadresse|emailadresse|adresseemail|correo(electronico)?|courriel)$/.test(
      column.key,
    )
  )
    return byEmail(column, { at, entity });
  const bare = withoutQualifiers(column.words).map(({ key }) => key);
  if (bare.some((key) => /^(e?mail|emailaddress)$/.test(key)) && !isOthers(column))
    return byEmail(column, { at, entity });
  const targets = [column.key, ...ownRests(column.key, entity), ...bare].map(keyTarget);
  const target = targets.find((found) => found !== null && found.entity !== entity) ?? null;
  if (target === null) return [];
  const field = target.entity === 'contact' && entity !== 'contact' ? 'contact' : 'account';
  const shape = target.form === 'email' || target.form === 'domain' ? target.form : field;
  // Who pays is the account, also where bookkeeping calls it a contact.
  if (field === 'contact' && target.form === 'name' && (entity === 'payment' || entity === 'subscription'))
    return [{ column: at, field: 'account', rank: 40, confidence: 'likely', why: 'the header names who pays' }];
  if (!(fieldsOf[entity] as readonly string[]).includes(field) || !fitsField(column, shape)) {
    return viaAccount(column, { at, entity, target: target.entity, form: target.form });
  }
  const why = `the header names ${target.entity === 'account' ? 'an account' : `a ${target.entity}`}${target.form === 'id' ? '' : ` by ${target.form}`}`;
  if (target.entity === 'account' || field === 'contact') {
    if (target.form === 'name' && isFewGroups(column)) return [];
    const form = target.form === 'name' && hasIds(column) ? 0 : target.rank;
    const rank = form * 10 + (/primary/.test(column.key) ? -1 : 0);
    return [{ column: at, field, rank, confidence: target.rank === 0 ? 'sure' : 'likely', why }];
  }
  return viaAccount(column, { at, entity, target: target.entity, form: target.form });
}

function isOthers({ words: parts }: ColumnEvidence): boolean {
  return parts.some((word) => /^(owner|agent|assignee|rep|manager|sender|from|seller|creator)$/.test(word));
}

/** Without a key, an address tells who it was. */
function byEmail(column: ColumnEvidence, { at, entity }: { at: number; entity: Entity }): FieldMatch[] {
  const fields: readonly string[] = fieldsOf[entity];
  if (fields.includes('email') || !fitsField(column, 'email')) return [];
  const field = fields.includes('contact') ? 'contact' : 'account';
  return [
    {
      column: at,
      field,
      rank: 70,
      confidence: 'likely',
      why: `names ${field === 'contact' ? 'a contact' : 'an account'} by its e-mail address`,
    },
  ];
}

function viaAccount(
  column: ColumnEvidence,
  { at, entity, target, form }: { at: number; entity: Entity; target: Entity; form: string },
): FieldMatch[] {
  if (
    form !== 'id' ||
    target === entity ||
    target === 'account' ||
    entity === 'contact' ||
    !fitsField(column, 'account')
  )
    return [];
  if (!(fieldsOf[entity] as readonly string[]).includes('account')) return [];
  const rank = target === 'contact' ? 61 : target === 'activity' || target === 'answer' ? 65 : 60;
  return [
    {
      column: at,
      field: 'account',
      rank,
      confidence: 'likely',
      via: target,
      why: `names a ${target}, which names the account`,
    },
  ];
}

/** `customer: cus_9f3a`: a key though nothing in the header says so. */
function hasIds(column: ColumnEvidence): boolean {
  return shareLike(column, (value) => /^[A-Za-z]{0,8}[-_.]?(?=[\w-]*\d)[\w-]+$/.test(value)) >= 0.95;
}

/** `Client: new, current, past` describes accounts and does not name them. */
function isFewGroups({ cells }: ColumnEvidence): boolean {
  return cells.present >= 30 && cells.distinct <= Math.max(5, cells.present * 0.02);
}

function rankedHeaders(entity: Entity): Map<string, { field: string; rank: number }[]> {
  const found = new Map<string, { field: string; rank: number }[]>();
  for (const field of fieldsOf[entity]) {
    const headers: Readonly<Record<string, string>> = fieldHeaders[entity];
    if (headers[field] === '') continue;
    keysOf(headers[field]).forEach((key, rank) => {
      found.set(key, [...(found.get(key) ?? []), { field, rank }]);
    });
  }
  return found;
}

/** `createdAt` → `created at` */
function words(field: string): string {
  return field.replace(/([A-Z])/g, ' $1').toLowerCase();
}
