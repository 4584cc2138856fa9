import type { TextColumn } from '../../model/table.js';
import type { AppliedMapping } from './apply-mapping.js';
import { fillDomains } from './fill-domains.js';
import { foldKey } from './key-column.js';
import { textNamed } from './text-named.js';

/**
 * Gives rows the account that other tables name for them: by link tables (`deal_company`), then by keys to rows that
 * name it (`via`); and accounts the web domains that tables of them give. Link tables are left out of the result; the
 * order of the others stays. A row for which several links name different accounts keeps the first.
 */
export function fillAccounts(tables: readonly AppliedMapping[]): AppliedMapping[] {
  const links = tables.filter(({ entity, mapping }) => mapping.use === 'link' && entity !== 'account');
  const rows = withDomains(tables);
  const linked = rows.map((table) => {
    const named = links.filter(({ entity }) => entity === table.entity).map(accountById);
    return named.length === 0 ? table : withAccounts(table, { by: 'id', named, isKept: true });
  });
  return linked.map((table) => {
    const key = table.mapping.columns.find(
      ({ via, use }) => via !== undefined && use.kind === 'field' && use.field === 'account',
    );
    if (key?.via === undefined) return table;
    const named = linked.filter(({ entity }) => entity === key.via).map(accountById);
    return withAccounts(table, { by: 'account', named, isKept: false });
  });
}

function withDomains(tables: readonly AppliedMapping[]): AppliedMapping[] {
  const rows = tables.filter(({ mapping }) => mapping.use === 'rows');
  const filled = [...fillDomains(rows.filter(isAccounts), tables).tables];
  return rows.map((table) => (isAccounts(table) ? (filled.shift() ?? table) : table));
}

function isAccounts({ entity }: AppliedMapping): boolean {
  return entity === 'account';
}

/** What a table says: the account of each id, ids folded. */
function accountById(table: AppliedMapping): Map<string, string> {
  const ids = textNamed(table, 'id');
  const accounts = textNamed(table, 'account');
  const found = new Map<string, string>();
  if (ids === undefined || accounts === undefined) return found;
  for (let row = 0; row < table.rowCount; row++) {
    if (ids.codes[row] < 0 || accounts.codes[row] < 0) continue;
    const id = foldKey(ids.labels[ids.codes[row]]);
    if (!found.has(id)) found.set(id, accounts.labels[accounts.codes[row]]);
  }
  return found;
}

/** `isKept`: an account that a row names itself goes before what others say. */
function withAccounts(
  table: AppliedMapping,
  { by, named, isKept }: { by: 'id' | 'account'; named: readonly ReadonlyMap<string, string>[]; isKept: boolean },
): AppliedMapping {
  const keys = textNamed(table, by);
  const own = isKept ? textNamed(table, 'account') : undefined;
  const index = new Map<string, number>();
  const codes = new Int32Array(table.rowCount).fill(-1);
  for (let row = 0; row < table.rowCount; row++) {
    const account = labelAt(own, row) ?? find(named, labelAt(keys, row));
    if (account === undefined) continue;
    const code = index.get(account) ?? index.size;
    index.set(account, code);
    codes[row] = code;
  }
  const column: TextColumn = { type: 'text', name: 'account', codes, labels: [...index.keys()] };
  const others = table.columns.filter(({ name }) => name !== 'account');
  const at = others.findIndex(({ name }) => name === 'id') + 1;
  return { ...table, columns: [...others.slice(0, at), column, ...others.slice(at)] };
}

function find(named: readonly ReadonlyMap<string, string>[], key: string | undefined): string | undefined {
  if (key === undefined) return undefined;
  for (const accounts of named) {
    const account = accounts.get(foldKey(key));
    if (account !== undefined) return account;
  }
  return undefined;
}

function labelAt(column: TextColumn | undefined, row: number): string | undefined {
  return column === undefined || column.codes[row] < 0 ? undefined : column.labels[column.codes[row]];
}
