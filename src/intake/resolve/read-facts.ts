import type { TextColumn } from '../../model/table.js';
import { domainKey } from '../domain-key.js';
import { isPlaceholder } from '../typing/is-placeholder.js';
import { readCompanyName, readPersonName } from './account-name.js';
import type { AccountFacts } from './account-record.js';
import { addressKey, postcodeKey } from './address-key.js';
import { createCountryReader } from './country-reader.js';
import { foldWords } from './fold-text.js';
import { createNationReader } from './nations.js';
import { phoneKey } from './phone-key.js';
import type { ResolveField, ResolveTable } from './resolve-table.js';

/** What each row of the tables says, made comparable; rows are numbered through the tables. Each distinct cell is read once. */
export function readFacts(
  tables: readonly ResolveTable[],
  { kind, country: usual }: { readonly kind: 'company' | 'person'; readonly country: string | null },
): AccountFacts[] {
  const readCountry = createCountryReader();
  const readNations = createNationReader();
  const facts: AccountFacts[] = [];
  for (const table of tables) {
    const cellOf = createCells(table);
    const text = { id: cellOf('id', (cell) => cell), name: cellOf('name', (cell) => cell) };
    const name = cellOf('name', kind === 'company' ? readCompanyName : readPersonName);
    const web = cellOf('domain', domainKey);
    const email = cellOf('email', emailKey);
    const mailDomain = cellOf('email', (cell) => (cell.includes('@') && kind === 'company' ? domainKey(cell) : null));
    const street = cellOf('address', addressKey);
    const postcode = cellOf('postcode', postcodeKey);
    const city = cellOf('city', (cell) => foldWords(cell).join(' ') || null);
    const country = cellOf('country', readCountry);
    const birthYear = cellOf('birthYear', yearOf);
    const phones = table.fields.phone;
    const phoneOf = createPhones(phones);
    for (let row = 0; row < table.rowCount; row++) {
      const where = country(row);
      const phone = phoneOf(row, where ?? usual);
      const called = name(row);
      const domains = [...new Set([web(row), mailDomain(row)])].filter((domain) => domain !== null);
      facts.push({
        row: facts.length,
        system: table.system,
        id: text.id(row),
        nameText: text.name(row),
        name: called,
        domains: domains.sort(),
        email: email(row),
        phone,
        street: street(row),
        postcode: postcode(row),
        city: city(row),
        country: where,
        birthYear: birthYear(row),
        nations: readNations({ country: where, phone, form: called?.form ?? null }),
        fullness: fullnessOf(table, row),
      });
    }
  }
  return facts;
}

function createCells(table: ResolveTable) {
  return <T>(field: ResolveField, read: (cell: string) => T | null): ((row: number) => T | null) => {
    const column = table.fields[field];
    if (column === undefined) return () => null;
    const values = column.labels.map((label) => {
      const cell = label.trim();
      return cell === '' || isPlaceholder(cell) ? null : read(cell);
    });
    return (row) => values[column.codes[row]] ?? null;
  };
}

function createPhones(column: TextColumn | undefined) {
  const known = new Map<string, string | null>();
  return (row: number, country: string | null): string | null => {
    const code = column?.codes[row] ?? -1;
    if (column === undefined || code < 0) return null;
    const key = `${code} ${country}`;
    let phone = known.get(key);
    if (phone === undefined) {
      phone = phoneKey(column.labels[code], country);
      known.set(key, phone);
    }
    return phone;
  };
}

function emailKey(cell: string): string | null {
  const text = cell.toLowerCase().replace(/^mailto:/, '');
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : null;
}

function yearOf(cell: string): string | null {
  return /(?<!\d)(?:18|19|20)\d\d(?!\d)/.exec(cell)?.[0] ?? null;
}

function fullnessOf({ fields }: ResolveTable, row: number): number {
  let count = 0;
  for (const column of Object.values(fields)) if (column.codes[row] >= 0) count++;
  return count;
}
