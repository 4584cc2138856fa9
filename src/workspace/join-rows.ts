import type { AppliedMapping } from '../intake/mapping/apply-mapping.js';
import { foldKey } from '../intake/mapping/key-column.js';
import { textNamed } from '../intake/mapping/text-named.js';
import { type ContactTable, joinContacts } from '../intake/resolve/join-contacts.js';
import type { Entity } from '../model/entity.js';
import type { TextColumn } from '../model/table.js';
import { type TableJoin, tableJoin } from './table-join.js';

export interface JoinedRows {
  /** All tables but those of accounts, in their order, with the account of each row as `joinContacts` numbers them. */
  readonly tables: readonly { readonly table: AppliedMapping; readonly found: Int32Array }[];
  /** How many rows of each found their account. */
  readonly joins: readonly TableJoin[];
}

/**
 * Finds the account of the rows of every other table: by what they say themselves, else by the contact or other row that
 * they name, also in two steps (an answer names a ticket, which names its contact).
 * @param tables as they were imported. @param about `filled`: the same with what `fillAccounts` made of them; `known`:
 * the accounts.
 */
export function joinRows(
  tables: readonly AppliedMapping[],
  { filled, known }: { filled: readonly AppliedMapping[]; known: Parameters<typeof joinContacts>[1] },
): JoinedRows {
  const rows = tables.filter(({ mapping }) => mapping.use === 'rows');
  const own = filled
    .map((table, at) => ({ table, imported: rows[at], named: namedRows(rows[at]) }))
    .filter(({ table }) => table.entity !== 'account');
  const found = new Map<AppliedMapping, Int32Array>();
  const joins = new Map<AppliedMapping, TableJoin>();
  const hasContacts = own.some(({ table }) => table.entity === 'contact');
  for (const one of inOrder(own)) {
    const ofContact = reach(one, { own, found });
    const asAccounts = hasContacts ? null : contactsAsAccounts(one.table, known);
    const keys: ContactTable = { rowCount: one.table.rowCount, ...keysOf(one.table, asAccounts), ofContact };
    const joined = joinContacts(keys, known);
    found.set(one.table, joined.accounts);
    joins.set(one.table, tableJoin(one.imported, joined));
  }
  return {
    tables: own.map(({ table }) => ({ table, found: found.get(table) ?? new Int32Array(table.rowCount).fill(-1) })),
    joins: own.flatMap(({ table }) => joins.get(table) ?? []),
  };
}

/** A column whose values name rows of another entity. */
interface Named {
  readonly entity: Entity;
  readonly keys: TextColumn;
}

interface OwnTable {
  /** As it was imported. */
  readonly imported: AppliedMapping;
  readonly table: AppliedMapping;
  readonly named: readonly Named[];
}

function namedRows(table: AppliedMapping): Named[] {
  const contact = textNamed(table, 'contact');
  const account = textNamed(table, 'account');
  const via = table.mapping.columns.find(({ use }) => use.kind === 'field' && use.field === 'account')?.via;
  return [
    ...(contact === undefined ? [] : [{ entity: 'contact', keys: contact } as const]),
    ...(via === undefined || account === undefined ? [] : [{ entity: via, keys: account }]),
  ];
}

/** Those that others name go first; where tables name one another, the order of import decides. */
function inOrder(own: readonly OwnTable[]): OwnTable[] {
  const ordered: OwnTable[] = [];
  let left = [...own];
  while (left.length > 0) {
    const ready = left.filter(({ table, named }) =>
      named.every(({ entity }) => entity === table.entity || left.every((other) => other.table.entity !== entity)),
    );
    const next = ready.length === 0 ? left.slice(0, 1) : ready;
    ordered.push(...next);
    left = left.filter((one) => !next.includes(one));
  }
  return ordered;
}

function reach(
  { table, named }: OwnTable,
  { own, found }: { own: readonly OwnTable[]; found: ReadonlyMap<AppliedMapping, Int32Array> },
): Int32Array {
  const reached = new Int32Array(table.rowCount).fill(-1);
  for (const { entity, keys } of named) {
    const targets = own.flatMap((other) => {
      const accounts = found.get(other.table);
      return other.table.entity === entity && accounts !== undefined ? [{ table: other.table, accounts }] : [];
    });
    if (targets.length === 0) continue;
    const ofLabel = lookUp(keys.labels, { targets, source: table.mapping.source });
    for (let row = 0; row < table.rowCount; row++)
      if (reached[row] < 0 && keys.codes[row] >= 0) reached[row] = ofLabel[keys.codes[row]];
  }
  return reached;
}

interface Target {
  readonly table: AppliedMapping;
  readonly accounts: Int32Array;
}

/** Ids of one tool mean nothing in another; an e-mail address means the same everywhere. */
function lookUp(
  labels: readonly string[],
  { targets, source }: { targets: readonly Target[]; source: string | null },
): Int32Array {
  const sameTool = targets.filter(({ table }) => table.mapping.source === source);
  const byId = indexRows(
    sameTool.length > 0 ? sameTool : targets.filter(({ table }) => source === null || table.mapping.source === null),
    'id',
  );
  const byEmail = indexRows(targets, 'email');
  return Int32Array.from(labels, (label) =>
    Math.max(-1, byId.get(foldKey(label)) ?? byEmail.get(foldKey(label)) ?? -1),
  );
}

const several = -2;

/** What rows of different accounts share names none of them. */
function indexRows(targets: readonly Target[], field: 'id' | 'email'): Map<string, number> {
  const index = new Map<string, number>();
  for (const { table, accounts } of targets) {
    const keys = textNamed(table, field);
    if (keys === undefined) continue;
    const folded = keys.labels.map(foldKey);
    for (let row = 0; row < table.rowCount; row++) {
      if (keys.codes[row] < 0 || accounts[row] < 0) continue;
      const key = folded[keys.codes[row]];
      const before = index.get(key);
      index.set(key, before === undefined || before === accounts[row] ? accounts[row] : several);
    }
  }
  return index;
}

/** Without a table of contacts, who did something may be the account itself: where most ids say so. */
function contactsAsAccounts(table: AppliedMapping, { tables }: Parameters<typeof joinContacts>[1]): TextColumn | null {
  const contact = textNamed(table, 'contact');
  if (contact === undefined || contact.labels.length === 0 || textNamed(table, 'account') !== undefined) return null;
  const ids = new Set(tables.flatMap(({ fields }) => fields.id?.labels.map(foldKey) ?? []));
  const known = contact.labels.filter((label) => ids.has(foldKey(label))).length;
  return known * 2 >= contact.labels.length ? contact : null;
}

/** An address of a contact that no table knows tells its account by its domain, as the row's own address does. */
function keysOf(table: AppliedMapping, asAccounts: TextColumn | null): Pick<ContactTable, 'account' | 'email'> {
  const account = textNamed(table, 'account') ?? asAccounts ?? undefined;
  const email = textNamed(table, 'email') ?? textNamed(table, 'contact');
  return { ...(account === undefined ? {} : { account }), ...(email === undefined ? {} : { email }) };
}
