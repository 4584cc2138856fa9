import type { TextColumn } from '../../model/table.js';
import type { AppliedMapping } from './apply-mapping.js';
import { foldKey } from './key-column.js';
import { textNamed } from './text-named.js';

/** Account tables with the web domains that tables of domains (`organization_id`, `domain_name`) give to their rows. */
export interface FilledDomains {
  /** The tables of accounts in their order; a row without a domain has the first that it is given. */
  readonly tables: readonly AppliedMapping[];
  /** All that are given: the place of the table, its row. */
  readonly domains: readonly { readonly table: number; readonly row: number; readonly domain: string }[];
}

/** @param accounts tables of accounts. @param all the tables among which those of domains are. */
export function fillDomains(accounts: readonly AppliedMapping[], all: readonly AppliedMapping[]): FilledDomains {
  const given = all
    .filter(({ entity, mapping }) => entity === 'account' && mapping.use === 'link')
    .map((table) => ({ source: table.mapping.source, byId: domainsById(table) }))
    .filter(({ byId }) => byId.size > 0);
  if (given.length === 0) return { tables: accounts, domains: [] };
  const domains: { table: number; row: number; domain: string }[] = [];
  const tables = accounts.map((table, at) => {
    const own = given.filter(({ source }) => source === table.mapping.source || source === null);
    const found = rowDomains(
      table,
      own.map(({ byId }) => byId),
    );
    for (const [row, several] of found) for (const domain of several) domains.push({ table: at, row, domain });
    return found.size === 0 ? table : withDomains(table, found);
  });
  return { tables, domains };
}

function domainsById(table: AppliedMapping): Map<string, string[]> {
  const [ids, domains] = [textNamed(table, 'id'), textNamed(table, 'domain')];
  const found = new Map<string, string[]>();
  if (ids === undefined || domains === undefined) return found;
  for (let row = 0; row < table.rowCount; row++) {
    if (ids.codes[row] < 0 || domains.codes[row] < 0) continue;
    const id = foldKey(ids.labels[ids.codes[row]]);
    found.set(id, [...(found.get(id) ?? []), domains.labels[domains.codes[row]]]);
  }
  return found;
}

function rowDomains(
  table: AppliedMapping,
  given: readonly ReadonlyMap<string, readonly string[]>[],
): Map<number, readonly string[]> {
  const ids = textNamed(table, 'id');
  const found = new Map<number, readonly string[]>();
  if (ids === undefined || given.length === 0) return found;
  const ofLabel = ids.labels.map((label) => given.flatMap((byId) => byId.get(foldKey(label)) ?? []));
  ids.codes.forEach((code, row) => {
    if (code >= 0 && ofLabel[code].length > 0) found.set(row, ofLabel[code]);
  });
  return found;
}

function withDomains(table: AppliedMapping, found: ReadonlyMap<number, readonly string[]>): AppliedMapping {
  const own = textNamed(table, 'domain');
  const labels = [...(own?.labels ?? [])];
  const index = new Map(labels.map((label, code) => [label, code]));
  const codes = own === undefined ? new Int32Array(table.rowCount).fill(-1) : own.codes.slice();
  for (const [row, [first]] of found) {
    if (codes[row] >= 0) continue;
    const code = index.get(first) ?? labels.length;
    if (code === labels.length) {
      index.set(first, code);
      labels.push(first);
    }
    codes[row] = code;
  }
  const column: TextColumn = { type: 'text', name: 'domain', codes, labels };
  const columns = table.columns.filter(({ name }) => name !== 'domain');
  return { ...table, columns: [...columns, column] };
}
