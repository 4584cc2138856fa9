import type { MappingGap, TableMapping } from '../../model/mapping.js';
import type { RawTable, Table } from '../../model/table.js';
import type { ColumnFinding } from '../column-finding.js';
import { isStageList } from '../relate/told-endings.js';
import { accountKeys, type KeyColumn } from './key-column.js';
import { isCalledHistory } from './recognise-history.js';
import { type RecognisedTable, recogniseTable } from './recognise-table.js';

/**
 * Recognises tables that were given together: keys to accounts are also told by their values, which the id columns of
 * the tables of accounts hold.
 * @param about `keys`: account ids that are known from before; `known`: mappings of tables that were imported before.
 */
export function recogniseTables(
  tables: readonly {
    readonly raw: RawTable;
    readonly typed: { readonly table: Table; readonly findings: readonly ColumnFinding[] };
  }[],
  { keys = [], known = [] }: { keys?: readonly KeyColumn[]; known?: readonly TableMapping[] } = {},
): RecognisedTable[] {
  const first = tables.map(({ raw, typed }) => recogniseTable(raw, { typed, keys }));
  const hint = usualSource(first);
  const hintOf = (raw: RawTable) => (raw.columns.some(({ name }) => name.startsWith('_')) ? hint : null);
  const states = statesOf(first);
  const linked = [...first.map(({ mapping }) => mapping), ...known]
    .filter(({ use, entity }) => use === 'link' && entity !== 'account')
    .map(({ entity }) => entity);
  const optionsOf = (i: number) => ({
    typed: tables[i].typed,
    sourceHint: hintOf(tables[i].raw),
    isStates: states.has(i),
    linked,
  });
  const isMute = ({ mapping }: RecognisedTable) => / say deal, but /.test(mapping.why) && linked.includes('deal');
  const alone = tables.map(({ raw }, i) =>
    first[i].mapping.source === hintOf(raw) && !states.has(i) && !isMute(first[i])
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
  const told = hasContacts ? joined : joined.map(withoutContacts);
  return told.map((table) => withoutTold(table, { tables, told, known }));
}

/** What a table of links says of whose deals are, and a list of stages of how they end, need not be asked. */
function withoutTold(
  { questions, notes, ...rest }: RecognisedTable,
  about: {
    tables: Parameters<typeof recogniseTables>[0];
    told: readonly RecognisedTable[];
    known: readonly TableMapping[];
  },
): RecognisedTable {
  if (rest.mapping.entity !== 'deal' || rest.mapping.use !== 'rows') return { questions, notes, ...rest };
  const mappings = [...about.told.map(({ mapping }) => mapping), ...about.known];
  const isLinked = mappings.some(({ use, entity }) => use === 'link' && entity === 'deal');
  const isListed =
    about.tables.some(({ raw }) =>
      isStageList({ name: raw.source, columns: raw.columns.map(({ name }) => name), rows: raw.rowCount }),
    ) ||
    about.known.some(({ file, columns }) =>
      isStageList({ name: file, columns: columns.map(({ column }) => column), rows: 0 }),
    );
  const isTold = (topic: MappingGap) => (topic === 'account' && isLinked) || (topic === 'ending' && isListed);
  return {
    ...rest,
    questions: questions.filter(({ topic }) => topic === undefined || !isTold(topic)),
    notes: notes.filter(({ topic }) => !isTold(topic)),
  };
}

/** Where no table is of contacts, the people that rows name are the accounts. */
function withoutContacts({ mapping, ...rest }: RecognisedTable): RecognisedTable {
  const columns = mapping.columns.map((column) => {
    if (column.via !== 'contact') return column;
    const { via: _, ...direct } = column;
    return { ...direct, why: 'names a person; no table is of contacts, so that the account is meant' };
  });
  return { ...rest, mapping: { ...mapping, columns } };
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
