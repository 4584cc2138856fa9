import type { TextColumn } from '../../model/table.js';
import { domainKey } from '../domain-key.js';
import { type AccountName, readCompanyName } from './account-name.js';
import { matchKeys } from './match-keys.js';
import type { Resolution } from './resolution.js';
import type { ResolveTable } from './resolve-table.js';

/** What a table of contacts, deals or anything else says about the account of each row. */
export interface ContactTable {
  readonly rowCount: number;
  /** The key of the account, as the table of accounts has it. */
  readonly account?: TextColumn;
  readonly email?: TextColumn;
  readonly company?: TextColumn;
}

export interface JoinedContacts {
  /** For each row the row of its account (numbered through the tables, the canonical one); -1 where none was found. */
  readonly accounts: Int32Array;
  /** How each row was joined; null where it was not. */
  readonly how: readonly ('key' | 'folded key' | 'fuzzy key' | 'email domain' | 'company name' | null)[];
  /** Keys that no account has, each once. */
  readonly unknownKeys: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Finds the account of each contact: by key (exact, then folded, then but for a typing error), else by the domain of the
 * e-mail address (free providers apart), else by the company's name; a domain or name of several accounts finds none.
 * @param contacts the table to join. @param accounts the tables that were resolved, and what was found in them;
 * `keys`: for each of these tables the column of keys, default its ids.
 */
export function joinContacts(
  contacts: ContactTable,
  accounts: {
    readonly tables: readonly ResolveTable[];
    readonly resolution: Resolution;
    readonly keys?: readonly (TextColumn | undefined)[];
  },
): JoinedContacts {
  const { tables, resolution } = accounts;
  const byKey = new AccountIndex(resolution);
  const byDomain = new AccountIndex(resolution);
  const byName = new AccountIndex(resolution);
  for (const [at, { fields, rowCount }] of tables.entries()) {
    const keys = accounts.keys?.[at] ?? fields.id;
    const offset = resolution.offsets[at];
    const index = (column: TextColumn | undefined, into: AccountIndex, read: (text: string) => string | null) => {
      if (column === undefined) return;
      const values = column.labels.map(read);
      for (let row = 0; row < rowCount; row++) into.add(values[column.codes[row]] ?? null, offset + row);
    };
    index(keys, byKey, (text) => text);
    index(fields.domain, byDomain, domainKey);
    index(fields.email, byDomain, domainKey);
    index(fields.name, byName, companyOf);
  }
  const matched = matchKeys(contacts.account?.labels ?? [], byKey.names());
  const ofKey = new Map(matched.matches.map(({ a, b, how }) => [a, { b, how }] as const));
  const ofDomain = contacts.email?.labels.map((text) => (text.includes('@') ? domainKey(text) : null)) ?? [];
  const ofName = contacts.company?.labels.map(companyOf) ?? [];

  const found = new Int32Array(contacts.rowCount).fill(-1);
  const how: JoinedContacts['how'][number][] = new Array(contacts.rowCount).fill(null);
  for (let row = 0; row < contacts.rowCount; row++) {
    const set = (account: number, way: JoinedContacts['how'][number]) => {
      if (found[row] >= 0 || account < 0) return;
      found[row] = account;
      how[row] = way;
    };
    const key = contacts.account === undefined ? undefined : contacts.account.labels[contacts.account.codes[row]];
    const match = key === undefined ? undefined : ofKey.get(key);
    if (match !== undefined) set(byKey.find(match.b), match.how === 'exact' ? 'key' : `${match.how} key`);
    // A key that names another account than the address does is the surer of the two.
    set(byDomain.find(ofDomain[contacts.email?.codes[row] ?? -1] ?? null), 'email domain');
    set(byName.find(ofName[contacts.company?.codes[row] ?? -1] ?? null), 'company name');
  }
  return { accounts: found, how, unknownKeys: matched.unmatchedA, notes: notesOf(found, how, matched) };
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

  names(): string[] {
    return [...this.found.keys()];
  }
}

function companyOf(text: string): string | null {
  const name: AccountName | null = readCompanyName(text);
  return name === null ? null : name.compact;
}

function notesOf(
  found: Int32Array,
  how: JoinedContacts['how'],
  { matches, ambiguous, unmatchedA }: ReturnType<typeof matchKeys>,
): string[] {
  const notes: string[] = [];
  const counts = new Map<string, number>();
  for (const way of how) if (way !== null) counts.set(way, (counts.get(way) ?? 0) + 1);
  const ways = [...counts].map(([way, count]) => `${count} by ${way}`).join(', ');
  const lost = found.reduce((count, account) => count + (account < 0 ? 1 : 0), 0);
  notes.push(`${found.length - lost} of ${found.length} rows found their account${ways === '' ? '' : `: ${ways}`}.`);
  for (const { reason } of matches.filter((match) => match.how !== 'exact').slice(0, 5)) notes.push(reason);
  for (const { a, candidates } of ambiguous.slice(0, 5))
    notes.push(`“${a}” may be ${candidates.map((key) => `“${key}”`).join(' or ')}: left alone.`);
  if (unmatchedA.length > 0)
    notes.push(
      `No account has the keys ${unmatchedA
        .slice(0, 5)
        .map((key) => `“${key}”`)
        .join(', ')}${unmatchedA.length > 5 ? ` and ${unmatchedA.length - 5} more` : ''}.`,
    );
  return notes;
}
