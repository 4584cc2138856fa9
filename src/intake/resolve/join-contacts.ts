import type { TextColumn } from '../../model/table.js';
import { domainKey } from '../domain-key.js';
import { type AccountName, readCompanyName } from './account-name.js';
import { type KeyMatches, matchKeys, type SaidKeys } from './match-keys.js';
import type { Resolution } from './resolution.js';
import type { ResolveTable } from './resolve-table.js';

/** What a table of contacts, deals or anything else says about the account of each row. */
export interface ContactTable {
  readonly rowCount: number;
  /** The key of the account, as the table of accounts has it. */
  readonly account?: TextColumn;
  readonly email?: TextColumn;
  readonly company?: TextColumn;
  /** The account of the contact that each row names, numbered as `accounts` of the result; -1 where it names none. */
  readonly ofContact?: Int32Array;
}

export interface JoinedContacts {
  /** For each row the row of its account (numbered through the tables, the canonical one); -1 where none was found. */
  readonly accounts: Int32Array;
  /** How each row was joined; null where it was not. */
  readonly how: readonly (
    | 'key'
    | 'said key'
    | 'folded key'
    | 'bare key'
    | 'fuzzy key'
    | 'contact'
    | 'email'
    | 'email domain'
    | 'company name'
    | null
  )[];
  /** Keys that no account has, each once. */
  readonly unknownKeys: readonly string[];
  /** How the keys of this table met those of the accounts. */
  readonly keys: KeyMatches;
}

/**
 * Finds the account of each contact: by key (exact, then folded, then without legal form, then but for a typing error), else by the contact that
 * the row names, else by the e-mail address or its domain (free providers apart), else by the company's name; what several accounts have finds none. A column of keys
 * may hold ids, names or web domains of accounts: it is read as what most of its values are.
 * @param contacts the table to join. @param accounts the tables that were resolved, and what was found in them;
 * `keys`: for each of these tables the column of keys, default its ids; `domains`: web domains of rows beside those that
 * stand in their table.
 */
export function joinContacts(
  contacts: ContactTable,
  accounts: {
    readonly tables: readonly ResolveTable[];
    readonly resolution: Resolution;
    readonly keys?: readonly (TextColumn | undefined)[];
    readonly domains?: readonly { readonly table: number; readonly row: number; readonly domain: string }[];
    /** What a person said of keys that are not equal. */
    readonly saidKeys?: readonly SaidKeys[];
  },
): JoinedContacts {
  const labels = contacts.account?.labels ?? [];
  const indexes = indexAccounts(accounts);
  const byKey = keySpace(labels, indexes);
  const matched = matchKeys({
    keysA: labels,
    keysB: byKey.names(),
    said: accounts.saidKeys ?? [],
    ownerOf: (key) => byKey.ownerOf(key),
  });
  const ofKey = new Map(matched.matches.map(({ a, b, how }) => [a, { b, how }] as const));
  const emails = contacts.email?.labels ?? [];
  const ofEmail = emails.map((text) => indexes.email.find(text.trim().toLowerCase()));
  const ofDomain = emails.map((text) => indexes.domain.find(text.includes('@') ? domainKey(text) : null));
  const ofName = contacts.company?.labels.map((text) => indexes.compact.find(companyOf(text))) ?? [];
  // Among ids stands here and there a name or a site.
  const refused = new Set((accounts.saidKeys ?? []).flatMap(({ a, b, isOne }) => (isOne ? [] : [a, b])));
  const ofOther = labels.map((text) => {
    if (ofKey.has(text) || refused.has(text)) return -1;
    const site = /^\S+\.\S+$/.test(text.trim()) ? indexes.domain.find(domainKey(text)) : -1;
    return site >= 0 ? site : indexes.compact.find(companyOf(text));
  });

  const found = new Int32Array(contacts.rowCount).fill(-1);
  const how: JoinedContacts['how'][number][] = new Array(contacts.rowCount).fill(null);
  for (let row = 0; row < contacts.rowCount; row++) {
    const set = (account: number, way: JoinedContacts['how'][number]) => {
      if (found[row] >= 0 || account < 0) return;
      found[row] = account;
      how[row] = way;
    };
    const code = contacts.account?.codes[row] ?? -1;
    const match = code < 0 ? undefined : ofKey.get(labels[code]);
    if (match !== undefined) set(byKey.find(match.b), match.how === 'exact' ? 'key' : `${match.how} key`);
    else if (code >= 0) set(ofOther[code], 'company name');
    set(contacts.ofContact?.[row] ?? -1, 'contact');
    // A key that names another account than the address does is the surer of the two.
    const address = contacts.email?.codes[row] ?? -1;
    if (address >= 0) set(ofEmail[address], 'email');
    if (address >= 0) set(ofDomain[address], 'email domain');
    const company = contacts.company?.codes[row] ?? -1;
    if (company >= 0) set(ofName[company], 'company name');
  }
  const joined = new Set(how.flatMap((way, row) => (way === null ? [] : [labels[contacts.account?.codes[row] ?? -1]])));
  const unknownKeys = matched.unmatchedA.filter((key) => !joined.has(key));
  return { accounts: found, how, unknownKeys, keys: matched };
}

interface AccountIndexes {
  /** By what stands in the files: ids (or the keys that were given), names, web domains. */
  readonly id: AccountIndex;
  readonly name: AccountIndex;
  readonly site: AccountIndex;
  /** By what is compared: names without legal form, web domains, e-mail addresses. */
  readonly compact: AccountIndex;
  readonly domain: AccountIndex;
  readonly email: AccountIndex;
}

function indexAccounts({ tables, resolution, keys, domains = [] }: Parameters<typeof joinContacts>[1]): AccountIndexes {
  const made = (): AccountIndex => new AccountIndex(resolution);
  const [id, name, site, compact, domain, email] = [made(), made(), made(), made(), made(), made()];
  for (const [at, { fields, rowCount }] of tables.entries()) {
    const offset = resolution.offsets[at];
    const index = (column: TextColumn | undefined, into: AccountIndex, read: (text: string) => string | null) => {
      if (column === undefined) return;
      const values = column.labels.map(read);
      for (let row = 0; row < rowCount; row++) into.add(values[column.codes[row]] ?? null, offset + row);
    };
    const asIs = (text: string) => text;
    index(keys?.[at] ?? fields.id, id, asIs);
    index(fields.name, name, asIs);
    index(fields.domain, site, asIs);
    index(fields.name, compact, companyOf);
    index(fields.domain, domain, domainKey);
    index(fields.email, domain, domainKey);
    index(fields.email, email, (text) => text.trim().toLowerCase());
  }
  for (const { table, row, domain: given } of domains) domain.add(domainKey(given), resolution.offsets[table] + row);
  return { id, name, site, compact, domain, email };
}

/** What a column of keys holds: that of which the most of its values are; ids where nothing tells. */
function keySpace(labels: readonly string[], { id, name, site, email }: AccountIndexes): AccountIndex {
  const sample = labels.slice(0, 5000);
  const share = (index: AccountIndex) => sample.filter((label) => index.has(label)).length;
  return [id, name, site, email].reduce((best, index) => (share(index) > share(best) ? index : best));
}

/** Accounts by something that should be one account's; what several have finds none. */
class AccountIndex {
  private readonly found = new Map<string, number>();

  constructor(private readonly resolution: Resolution) {}

  add(key: string | null, row: number): void {
    if (key === null || key === '') return;
    const account = this.resolution.canonical[row];
    const known = this.found.get(key);
    this.found.set(key, known === undefined || known === account ? account : -1);
  }

  find(key: string | null): number {
    return key === null ? -1 : (this.found.get(key) ?? -1);
  }

  /** The account; the key itself where several have it, and so none is meant. */
  ownerOf(key: string): number | string {
    const account = this.find(key);
    return account < 0 ? key : account;
  }

  has(key: string): boolean {
    return this.found.has(key);
  }

  names(): string[] {
    return [...this.found.keys()];
  }
}

function companyOf(text: string): string | null {
  const name: AccountName | null = readCompanyName(text);
  return name === null ? null : name.compact;
}
