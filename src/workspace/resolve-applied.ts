import type { AppliedMapping } from '../intake/mapping/apply-mapping.js';
import { combineResolutions } from '../intake/resolve/combine-resolutions.js';
import { joinNameParts } from '../intake/resolve/join-name-parts.js';
import type { Resolution } from '../intake/resolve/resolution.js';
import { resolveAccounts } from '../intake/resolve/resolve-accounts.js';
import {
  type ResolveCells,
  type ResolveField,
  type ResolveTable,
  resolveFields,
  resolveTable,
} from '../intake/resolve/resolve-table.js';
import type { TextColumn } from '../model/table.js';
import type { MergeDecision } from '../store/merge-decisions.js';
import { rowNames } from './row-names.js';

/** Tables of accounts with what was found in them; what `joinContacts` takes. */
export interface ResolvedTables {
  readonly tables: ResolveTable[];
  readonly resolution: Resolution;
  /** What a person said of keys that are not equal. */
  readonly saidKeys: readonly { readonly a: string; readonly b: string; readonly isOne: boolean }[];
}

type Kind = 'company' | 'person';

/**
 * Resolves tables of accounts that were read by their mappings, those of companies and those of people each for
 * themselves, as their columns say.
 * @param about `decisions`: what a person said of pairs, which goes before what is found.
 */
export function resolveApplied(
  accounts: readonly AppliedMapping[],
  { decisions = [] }: { decisions?: readonly MergeDecision[] } = {},
): ResolvedTables {
  const kinds = accounts.map(kindOf);
  const tables = accounts.map((table, at) => asResolveTable(table, kinds[at]));
  const said = decidedRows(accounts, decisions);
  const parts = (['company', 'person'] as const)
    .map((kind) => ({ kind, own: kinds.flatMap((one, at) => (one === kind ? [at] : [])) }))
    .filter(({ own }) => own.length > 0)
    .map(({ kind, own }) => resolvePart(tables, { own, kind, said }));
  const saidKeys = decisions
    .filter(({ kind }) => kind === 'keys')
    .map(({ one, other, verdict }) => ({ a: one, b: other, isOne: verdict === 'one' }));
  const resolution =
    parts.length === 1
      ? parts[0].resolution
      : combineResolutions(
          parts,
          tables.map(({ rowCount }) => rowCount),
        );
  return { tables, resolution, saidKeys };
}

interface SaidRows {
  readonly a: number;
  readonly b: number;
  readonly isOne: boolean;
}

function resolvePart(
  tables: readonly ResolveTable[],
  { own, kind, said }: { own: readonly number[]; kind: Kind; said: readonly SaidRows[] },
): { tables: readonly number[]; resolution: Resolution } {
  const localOf = new Map<number, number>();
  let [global, local] = [0, 0];
  tables.forEach(({ rowCount }, at) => {
    if (said.length > 0 && own.includes(at))
      for (let row = 0; row < rowCount; row++) localOf.set(global + row, local++);
    global += rowCount;
  });
  const mine = said.flatMap(({ a, b, isOne }) => {
    const rows = { a: localOf.get(a), b: localOf.get(b) };
    return rows.a === undefined || rows.b === undefined ? [] : [{ a: rows.a, b: rows.b, isOne }];
  });
  const apart = mine.filter(({ isOne }) => !isOne);
  const together = mine.filter(({ isOne }) => isOne);
  const resolution = resolveAccounts({ tables: own.map((at) => tables[at]), options: { kind, apart, together } });
  return { tables: own, resolution };
}

function decidedRows(accounts: readonly AppliedMapping[], decisions: readonly MergeDecision[]): SaidRows[] {
  const ofRows = decisions.filter(({ kind }) => kind === 'rows');
  if (ofRows.length === 0) return [];
  const names = rowNames(accounts);
  return ofRows.flatMap(({ one, other, verdict }) =>
    names
      .rowsOf(one)
      .flatMap((a) => names.rowsOf(other).map((b) => ({ a, b, isOne: verdict === 'one' })))
      .filter(({ a, b }) => a !== b),
  );
}

/** Ids of one tool mean the same in all of its tables; of an unknown one only in their own file. */
function asResolveTable(table: AppliedMapping, kind: Kind): ResolveTable {
  const fields: Partial<Record<ResolveField, ResolveCells>> = {};
  for (const field of resolveFields) {
    const column = table.columns.find(({ name }) => name === field);
    if (column !== undefined) fields[field] = column;
  }
  const text = (name: string): TextColumn | undefined => {
    const column = table.columns.find((candidate) => candidate.name === name);
    return column?.type === 'text' ? column : undefined;
  };
  const [first, last] = [text('firstName'), text('lastName')];
  // A lead without a company is its person.
  if (kind === 'person' && (first !== undefined || last !== undefined))
    fields.name = joinNameParts({ first, last, rowCount: table.rowCount });
  const born = table.columns.find(({ name, type }) => type === 'date' && /birth|geburt|naiss|nacim/i.test(name));
  if (kind === 'person' && born !== undefined) fields.birthYear = born;
  const { source, rowCount, mapping } = table;
  return resolveTable(source, { fields, rowCount, system: mapping.source ?? mapping.file });
}

/** People where a table has first and last names and no company, or says more about age and household than about companies. */
function kindOf({ columns, attributes }: AppliedMapping): Kind {
  const has = (field: string) => columns.some(({ name }) => name === field);
  if (has('domain') || (has('name') && !has('lastName') && !isMostlyDemographic(attributes))) return 'company';
  if (has('lastName') && !has('name')) return 'person';
  return isMostlyDemographic(attributes) ? 'person' : 'company';
}

function isMostlyDemographic(attributes: AppliedMapping['attributes']): boolean {
  const count = (wanted: string) => attributes.filter(({ kind }) => kind === wanted).length;
  return count('demographic') > count('firmographic');
}
