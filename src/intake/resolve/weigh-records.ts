import { type AccountColumns, textOf } from './account-columns.js';
import type { AccountRecord, WeighedName } from './account-record.js';
import { countLabels, countOwners } from './count-owners.js';
import { type AlikeRows, groupAlike } from './group-alike.js';
import { createNationReader } from './nations.js';
import { type WeighedNames, weighWords } from './weigh-words.js';

/** How often values occur, which decides what agreeing on them is worth. */
export interface Rarities {
  /** Natural log of the number of accounts that the data are thought to come from. */
  readonly base: number;
  /** Natural log-odds by which sharing this value, that is meant to be one account's, speaks for one account. */
  exclusive(field: 'domain' | 'email' | 'phone' | 'street', value: string): number;
  /** The same for values that many accounts share by their nature. */
  shared(field: 'postcode' | 'city' | 'country' | 'birthYear', value: string): number;
  /** How many web domains (their labels) stand beside this name. */
  domainCount(name: WeighedName): number;
}

/** Records by number, in the order of their first rows; made into objects for those that are asked for. */
export interface WeighedRecords extends AlikeRows {
  readonly count: number;
  readonly facts: AccountColumns;
  readonly names: WeighedNames;
  readonly rarities: Rarities;
  at(record: number): AccountRecord;
}

/**
 * However short the list is, its accounts come from a world of others: rare in a list of ten is not yet rare. That many
 * others are supposed to stand around it.
 */
const background = 20_000;

/** Joins rows that are alike in all that is compared into records, and counts what is rare. */
export function weighRecords(facts: AccountColumns, { kind }: { readonly kind: 'company' | 'person' }): WeighedRecords {
  const alike = groupAlike(facts, kind);
  const count = alike.first.length;
  const base = Math.log(count + background);
  const names = weighWords(facts, { kind, base });
  const owners = alike.first.map((row) => (facts.name.codes[row] < 0 ? -1 : names.compact[facts.name.codes[row]]));
  const rarities = countRarities(facts, { first: alike.first, owners, names, base });
  const readNations = createNationReader();
  const made = new Map<number, AccountRecord>();
  return {
    ...alike,
    count,
    facts,
    names,
    rarities,
    at: (record) => {
      const known = made.get(record);
      if (known !== undefined) return known;
      const row = alike.first[record];
      const fresh = makeRecord(row, { facts, names, readNations, rows: alike.repeated.get(record) ?? [row] });
      made.set(record, fresh);
      return fresh;
    },
  };
}

function makeRecord(
  row: number,
  {
    facts,
    names,
    readNations,
    rows,
  }: {
    facts: AccountColumns;
    names: WeighedNames;
    readNations: ReturnType<typeof createNationReader>;
    rows: readonly number[];
  },
): AccountRecord {
  const name = facts.name.codes[row];
  const form = textOf(facts.form, row);
  const id = textOf(facts.id, row);
  const said = {
    domains: [textOf(facts.domain, row), textOf(facts.otherDomain, row)].filter((domain) => domain !== null),
    email: textOf(facts.email, row),
    phone: textOf(facts.phone, row),
    street: textOf(facts.street, row),
    postcode: textOf(facts.postcode, row),
    city: textOf(facts.city, row),
    country: textOf(facts.country, row),
    birthYear: textOf(facts.birthYear, row),
  };
  const place = [said.street, said.postcode, said.city, said.country, said.birthYear];
  const named = name < 0 ? null : facts.names.at(name);
  const words = named === null ? '' : `${named.words.join(' ')} ${named.compact}`;
  const cells = [words, form, said.domains.join(' '), said.email, said.phone, ...place, id];
  return {
    ...said,
    row,
    system: facts.systemOf(row),
    id: id === null ? null : id.slice(id.indexOf('\u0001') + 1),
    nameText: facts.nameTextOf(row),
    name: named === null ? null : { words: named.words, compact: named.compact, form },
    nations: readNations({ country: said.country, phone: said.phone, form }),
    key: cells.map((cell) => cell ?? '').join('\u0000'),
    rows,
    weighed: name < 0 ? null : names.weighed(name),
  };
}

function countRarities(
  facts: AccountColumns,
  { first, owners, names, base }: { first: Int32Array; owners: Int32Array; names: WeighedNames; base: number },
): Rarities {
  const counter = (field: 'email' | 'phone' | 'street' | 'postcode' | 'city' | 'country' | 'birthYear') => {
    const { codes, index } = facts[field];
    const counts = countOwners([codes], { first, owners, values: index.names.length });
    return (value: string) => counts[index.of(value)] ?? 0;
  };
  const { domain, otherDomain } = facts;
  const domains = countOwners([domain.codes, otherDomain.codes], { first, owners, values: domain.index.names.length });
  const count = {
    domain: (value: string) => domains[domain.index.of(value)] ?? 0,
    email: counter('email'),
    phone: counter('phone'),
    street: counter('street'),
    postcode: counter('postcode'),
    city: counter('city'),
    country: counter('country'),
    birthYear: counter('birthYear'),
  };
  const labels = countLabels(facts, { first, owners, names: names.compacts.names.length });
  const spread = { postcode: 100, city: 40, country: 3, birthYear: 60 };
  return {
    base,
    exclusive: (field, value) => base - Math.log(Math.max(1, count[field](value))),
    shared: (field, value) => {
      const known = Math.max(1, count[field](value));
      return -Math.log((known + 1) / (Math.max(first.length, known) + spread[field]));
    },
    domainCount: (name) => labels[names.compacts.of(name.compact)] ?? 0,
  };
}
