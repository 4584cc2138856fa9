import type { AppliedMapping } from '../intake/mapping/apply-mapping.js';
import type { Resolution } from '../intake/resolve/resolution.js';
import { resolveAccounts } from '../intake/resolve/resolve-accounts.js';
import {
  type ResolveCells,
  type ResolveField,
  type ResolveTable,
  resolveFields,
  resolveTable,
} from '../intake/resolve/resolve-table.js';

/** Resolves tables of accounts that were read by their mappings; companies or people, as their columns say. */
export function resolveApplied(accounts: readonly AppliedMapping[]): {
  tables: ResolveTable[];
  resolution: Resolution;
} {
  const tables = accounts.map(asResolveTable);
  return { tables, resolution: resolveAccounts({ tables, options: { kind: kindOf(accounts) } }) };
}

/** Ids of one tool mean the same in all of its tables; of an unknown one only in their own file. */
function asResolveTable(table: AppliedMapping) {
  const fields: Partial<Record<ResolveField, ResolveCells>> = {};
  for (const field of resolveFields) {
    const column = table.columns.find(({ name }) => name === field);
    if (column !== undefined) fields[field] = column;
  }
  const { source, rowCount, mapping } = table;
  return resolveTable(source, { fields, rowCount, system: mapping.source ?? mapping.file });
}

/** People where tables say more about age and household than about companies, and name no web site. */
function kindOf(tables: readonly AppliedMapping[]): 'company' | 'person' {
  if (tables.some(({ columns }) => columns.some(({ name }) => name === 'domain'))) return 'company';
  const kinds = tables.flatMap(({ attributes }) => attributes.map(({ kind }) => kind));
  const count = (wanted: string) => kinds.filter((kind) => kind === wanted).length;
  return count('demographic') > count('firmographic') ? 'person' : 'company';
}
