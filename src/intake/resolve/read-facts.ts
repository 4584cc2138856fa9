import type { TextColumn } from '../../model/table.js';
import { domainKey } from '../domain-key.js';
import { StringIndex } from '../string-index.js';
import { isPlaceholder } from '../typing/is-placeholder.js';
import { type AccountColumns, emptySaid, idKey, type Said } from './account-columns.js';
import { type AccountName, readCompanyName, readPersonName } from './account-name.js';
import { addressKey, postcodeKey } from './address-key.js';
import { createCountryReader } from './country-reader.js';
import { foldWords } from './fold-text.js';
import { NameList } from './name-list.js';
import { phoneKey } from './phone-key.js';
import type { ResolveField, ResolveTable } from './resolve-table.js';

/** What the rows of the tables say, made comparable. Each distinct cell is read once. */
export function readFacts(
  tables: readonly ResolveTable[],
  { kind, country: usual }: { readonly kind: 'company' | 'person'; readonly country: string | null },
): AccountColumns {
  const offsets = tables.map((_, t) => tables.slice(0, t).reduce((sum, { rowCount }) => sum + rowCount, 0));
  const rowCount = tables.reduce((sum, table) => sum + table.rowCount, 0);
  const fill = (said: Said, field: ResolveField, read: (cell: string, table: ResolveTable) => string | null) => {
    for (const [t, table] of tables.entries())
      fillCodes(said, { column: table.fields[field], from: offsets[t], read: (cell) => read(cell, table) });
    return said;
  };
  const said = () => emptySaid(rowCount);
  const domains = new StringIndex();
  const domain = fill(emptySaid(rowCount, domains), 'domain', domainKey);
  const otherDomain = emptySaid(rowCount, domains);
  if (kind === 'company') fill(otherDomain, 'email', (cell) => (cell.includes('@') ? domainKey(cell) : null));
  sortDomains(domain.codes, otherDomain.codes, domains.names);
  const form = said();
  const names = new NameList();
  const readName = kind === 'company' ? readCompanyName : readPersonName;
  const name = { codes: said().codes };
  for (const [t, table] of tables.entries())
    fillNames({ name, form, names }, { column: table.fields.name, from: offsets[t], readName });
  const country = fill(said(), 'country', createCountryReader());
  const phone = said();
  for (const [t, { fields }] of tables.entries())
    fillPhones(phone, { column: fields.phone, from: offsets[t], country, usual });
  const fullness = new Int32Array(rowCount);
  for (const [t, { fields }] of tables.entries())
    for (const { codes } of Object.values(fields))
      for (let row = 0; row < codes.length; row++) if (codes[row] >= 0) fullness[offsets[t] + row]++;
  const tableOf = (row: number) => offsets.findLastIndex((from) => from <= row);
  return {
    rowCount,
    id: readIds(tables) ?? fill(said(), 'id', (cell, { system }) => idKey(system, cell)),
    domain,
    otherDomain,
    email: fill(said(), 'email', emailKey),
    phone,
    street: fill(said(), 'address', addressKey),
    postcode: fill(said(), 'postcode', postcodeKey),
    city: fill(said(), 'city', (cell) => foldWords(cell).join(' ') || null),
    country,
    birthYear: fill(said(), 'birthYear', yearOf),
    form,
    name,
    names,
    fullness,
    systemOf: (row) => tables[tableOf(row)].system,
    nameTextOf: (row) => {
      const t = tableOf(row);
      const column = tables[t].fields.name;
      const code = column?.codes[row - offsets[t]] ?? -1;
      return column === undefined || code < 0 ? null : cellOf(column.labels[code]);
    },
  };
}

/** The ids of one table are its own labels; only those of several tables must say whose they are. Null where they do not do. */
function readIds(tables: readonly ResolveTable[]): Said | null {
  const column = tables[0]?.fields.id;
  if (tables.length !== 1 || column === undefined) return null;
  if (!column.labels.every((label) => label !== '' && label.trim() === label && !isPlaceholder(label))) return null;
  return { codes: column.codes, index: { names: [...column.labels], of: () => -1 } };
}

function cellOf(label: string): string | null {
  const cell = label.trim();
  return cell === '' || isPlaceholder(cell) ? null : cell;
}

function fillCodes(
  { codes, index }: Said,
  { column, from, read }: { column: TextColumn | undefined; from: number; read: (cell: string) => string | null },
): void {
  if (column === undefined) return;
  const places = new Int32Array(column.labels.length);
  for (let code = 0; code < places.length; code++) {
    const cell = cellOf(column.labels[code]);
    const value = cell === null ? null : read(cell);
    places[code] = value === null ? -1 : index.of(value);
  }
  placeCodes(codes, { column, from, places });
}

function placeCodes(
  codes: Int32Array,
  { column, from, places }: { column: TextColumn; from: number; places: Int32Array },
): void {
  for (let row = 0; row < column.codes.length; row++) {
    const code = column.codes[row];
    if (code >= 0) codes[from + row] = places[code];
  }
}

function fillNames(
  { name, form, names }: { name: Pick<Said, 'codes'>; form: Said; names: NameList },
  {
    column,
    from,
    readName,
  }: { column: TextColumn | undefined; from: number; readName: (text: string) => AccountName | null },
): void {
  if (column === undefined) return;
  const places = new Int32Array(column.labels.length).fill(-1);
  const formPlaces = new Int32Array(column.labels.length).fill(-1);
  for (let code = 0; code < places.length; code++) {
    const cell = cellOf(column.labels[code]);
    const read = cell === null ? null : readName(cell);
    if (read === null) continue;
    places[code] = names.of(read);
    if (read.form !== null) formPlaces[code] = form.index.of(read.form);
  }
  placeCodes(name.codes, { column, from, places });
  placeCodes(form.codes, { column, from, places: formPlaces });
}

/** One number may be read differently by the country of its row. */
function fillPhones(
  { codes, index }: Said,
  {
    column,
    from,
    country,
    usual,
  }: { column: TextColumn | undefined; from: number; country: Said; usual: string | null },
): void {
  if (column === undefined) return;
  const unread = -2;
  const lastCountry = new Int32Array(column.labels.length).fill(unread);
  const last = new Int32Array(column.labels.length);
  for (let row = 0; row < column.codes.length; row++) {
    const code = column.codes[row];
    if (code < 0) continue;
    const where = country.codes[from + row];
    if (lastCountry[code] !== where) {
      const cell = cellOf(column.labels[code]);
      const key = cell === null ? null : phoneKey(cell, where < 0 ? usual : country.index.names[where]);
      last[code] = key === null ? -1 : index.of(key);
      lastCountry[code] = where;
    }
    codes[from + row] = last[code];
  }
}

/** Two domains of a row stand in the order of their texts; one stands first. */
function sortDomains(first: Int32Array, second: Int32Array, names: readonly string[]): void {
  for (let row = 0; row < first.length; row++) {
    const [a, b] = [first[row], second[row]];
    if (b < 0) continue;
    if (a === b) second[row] = -1;
    else if (a < 0 || names[b] < names[a]) [first[row], second[row]] = [b, a];
  }
}

function emailKey(cell: string): string | null {
  const text = cell.toLowerCase().replace(/^mailto:/, '');
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : null;
}

function yearOf(cell: string): string | null {
  return /(?<!\d)(?:18|19|20)\d\d(?!\d)/.exec(cell)?.[0] ?? null;
}
