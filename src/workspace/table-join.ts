import type { AppliedMapping } from '../intake/mapping/apply-mapping.js';
import { textNamed } from '../intake/mapping/text-named.js';
import type { JoinedContacts } from '../intake/resolve/join-contacts.js';
import type { KeyMatch, KeyMatches } from '../intake/resolve/match-keys.js';

/** How many rows of a table found the account that they are about. */
export interface TableJoin {
  readonly file: string;
  readonly entity: AppliedMapping['entity'];
  readonly rows: number;
  /** Rows that found theirs. */
  readonly found: number;
  /** By what they found it, in order of first use. */
  readonly ways: readonly { readonly way: string; readonly count: number }[];
  /** What the others name: an account, a contact, an address, else their own id. Each once, in order of the rows. */
  readonly unknown: readonly string[];
  /** Keys that an account has in another spelling. */
  readonly respelt: readonly KeyMatch[];
  /** Keys that may be one of several accounts. */
  readonly unsure: KeyMatches['ambiguous'];
}

/** @param table as it was imported. @param joined what `joinContacts` made of it. */
export function tableJoin(table: AppliedMapping, { accounts, how, keys }: JoinedContacts): TableJoin {
  const counts = new Map<string, number>();
  for (const way of how) if (way !== null) counts.set(way, (counts.get(way) ?? 0) + 1);
  const named = ['account', 'contact', 'email', 'id'].flatMap((field) => textNamed(table, field) ?? []);
  const unknown = new Set<string>();
  let found = 0;
  for (let row = 0; row < accounts.length; row++) {
    if (accounts[row] >= 0) found++;
    else {
      const column = named.find(({ codes }) => codes[row] >= 0);
      if (column !== undefined) unknown.add(column.labels[column.codes[row]]);
    }
  }
  return {
    file: table.source,
    entity: table.entity,
    rows: accounts.length,
    found,
    ways: [...counts].map(([way, count]) => ({ way, count })),
    unknown: [...unknown],
    respelt: keys.matches.filter((match) => match.how !== 'exact'),
    unsure: keys.ambiguous,
  };
}

const enough = 0.9;
/** Of contacts many are at a free provider and name no company, which is usual. */
const enoughContacts = 0.5;

/** Whether so many rows belong to no account that what is counted from them is not to be believed unseen. */
export function isPoorlyJoined({ entity, rows, found }: TableJoin): boolean {
  return found < rows * (entity === 'contact' ? enoughContacts : enough);
}
