import type { RawTable, Table } from '../../model/table.js';
import type { ColumnFinding } from '../column-finding.js';
import { accountKeys, type KeyColumn } from './key-column.js';
import { isCalledHistory } from './recognise-history.js';
import { type RecognisedTable, recogniseTable } from './recognise-table.js';

/**
 * Recognises tables that were given together: keys to accounts are also told by their values, which the id columns of
 * the tables of accounts hold.
 * @param keys account ids that are known from before.
 */
export function recogniseTables(
  tables: readonly {
    readonly raw: RawTable;
    readonly typed: { readonly table: Table; readonly findings: readonly ColumnFinding[] };
  }[],
  { keys = [] }: { keys?: readonly KeyColumn[] } = {},
): RecognisedTable[] {
  const first = tables.map(({ raw, typed }) => recogniseTable(raw, { typed, keys }));
  const hint = usualSource(first);
  const hintOf = (raw: RawTable) => (raw.columns.some(({ name }) => name.startsWith('_')) ? hint : null);
  const states = statesOf(first);
  const optionsOf = (i: number) => ({
    typed: tables[i].typed,
    sourceHint: hintOf(tables[i].raw),
    isStates: states.has(i),
  });
  const alone = tables.map(({ raw }, i) =>
    first[i].mapping.source === hintOf(raw) && !states.has(i)
      ? first[i]
      : recogniseTable(raw, { ...optionsOf(i), keys }),
  );
  // Keys are for the other tables; a table alone has none to tell.
  const found = tables.length < 2 ? [] : alone.flatMap(({ mapping }, i) => accountKeys(tables[i].raw, mapping));
  const hasContacts = alone.some(({ mapping }) => mapping.entity === 'contact' && mapping.use === 'rows');
  const joined = tables.map(({ raw }, i) => {
    const others = found.filter(({ file }) => file !== raw.source);
    return others.length === 0 ? alone[i] : recogniseTable(raw, { ...optionsOf(i), keys: [...keys, ...others] });
  });
  return hasContacts ? joined : joined.map(withoutContacts);
}

/** Where no table is of contacts, the people that rows name are the accounts. */
function withoutContacts({ mapping, questions }: RecognisedTable): RecognisedTable {
  const columns = mapping.columns.map((column) => {
    if (column.via !== 'contact') return column;
    const { via: _, ...direct } = column;
    return { ...direct, why: 'names a person; no table is of contacts, so that the account is meant' };
  });
  return { mapping: { ...mapping, columns }, questions };
}

/** Tables that are called a history, of an entity that another table of the tool holds as it is now. */
function statesOf(tables: readonly RecognisedTable[]): Set<number> {
  const isHistory = tables.map(({ mapping }) => isCalledHistory(mapping.file));
  const isNow = (entity: string, source: string | null) =>
    tables.some(
      ({ mapping }, i) =>
        !isHistory[i] && mapping.use === 'rows' && mapping.entity === entity && mapping.source === source,
    );
  const found = tables.flatMap(({ mapping }, i) =>
    isHistory[i] && mapping.use === 'rows' && isNow(mapping.entity, mapping.source) ? [i] : [],
  );
  return new Set(found);
}

/** A connector writes the tables of one tool into one folder: the tool that most of them tell, and three or more. */
function usualSource(tables: readonly RecognisedTable[]): string | null {
  const counts = new Map<string, number>();
  for (const { mapping } of tables)
    if (mapping.source !== null) counts.set(mapping.source, (counts.get(mapping.source) ?? 0) + 1);
  const [top] = [...counts].sort((a, b) => b[1] - a[1]);
  const told = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return top !== undefined && top[1] >= 3 && top[1] >= told * 0.6 ? top[0] : null;
}
