import type { RawColumn, RawTable } from '../model/table.js';
import type { ColumnFinding } from './column-finding.js';
import { companyKey } from './company-key.js';
import { domainKey } from './domain-key.js';
import { RowGroups } from './row-groups.js';
import { firstAlike } from './row-identity.js';
import { StringIndex } from './string-index.js';
import { isPlaceholder } from './typing/is-placeholder.js';
import { nameRole } from './typing/name-role.js';
import { nameTokens } from './typing/name-tokens.js';

export interface Duplicates {
  /** Rows with the same number must fall on one side of every split. Numbers are those of each group's first row. */
  readonly groups: Int32Array;
  /** Rows that repeat an earlier row in every cell, its id too; ascending. */
  readonly drop: Int32Array;
  readonly notes: readonly string[];
}

/** A name that more of the rows share than this does not tell companies apart, and would make one huge group. */
const largestShare = 0.1;
const smallestCap = 20;

/**
 * Finds rows that are about the same account. With an id: exact repeats are dropped, rows of one id grouped. Without:
 * repeats are kept (different customers may be alike in all that is known) but grouped. Rows of one company, by name
 * without legal form, by web domain or by the domain of e-mail addresses (free providers apart), are grouped too.
 * Time grows with rows times columns.
 */
export function findDuplicates(
  raw: RawTable,
  { id, findings }: { id?: string | undefined; findings: readonly ColumnFinding[] },
): Duplicates {
  const { rowCount } = raw;
  const groups = new RowGroups(rowCount);
  const notes: string[] = [];
  const alike = firstAlike(raw.columns, rowCount);
  const repeats = repeatedRows(alike);
  for (const row of repeats) groups.join(row, alike[row]);
  if (repeats.length > 0) notes.push(repeatNote(raw, { repeats, id }));
  for (const column of raw.columns) {
    const finding = findings.find(({ name }) => name === column.name);
    const kind = column.name === id ? 'id' : keyKind(column, finding);
    if (kind === null) continue;
    const keys = keysOf(column, kind);
    const cap = kind === 'id' ? rowCount : Math.max(smallestCap, rowCount * largestShare);
    const { joined, passed } = joinByKey(groups, { keys, cap });
    if (joined > 0)
      notes.push(
        `${joined} rows share ${kind === 'email' ? `the domain of their ${column.name}` : kind === 'company' || kind === 'domain' ? `the company of their ${column.name}` : `their ${column.name}`} with an earlier row and are kept on one side of every split.`,
      );
    if (passed.length > 0)
      notes.push(
        `${column.name}: ${passed
          .slice(0, 3)
          .map((key) => JSON.stringify(key))
          .join(', ')} on more than ${Math.floor(cap)} rows says little; those rows are not grouped.`,
      );
  }
  return { groups: groups.numbers(), drop: id === undefined ? new Int32Array(0) : repeats, notes };
}

type KeyKind = 'id' | 'company' | 'domain' | 'email' | 'account id';

/** Ids of another table count where they name accounts: the rows of one customer belong together. */
function keyKind(column: RawColumn, finding: ColumnFinding | undefined): KeyKind | null {
  if (finding?.type !== 'identifier') return null;
  if (finding.key !== undefined && finding.key !== 'id') return finding.key;
  const words = nameTokens(column.name);
  const isAccount = words.some((word) =>
    /^(account|company|customer|client|organi[sz]ation|org|reseller|household|firm|kunde|business|contact)s?$/.test(
      word,
    ),
  );
  return nameRole(column.name) === 'id' && isAccount ? 'account id' : null;
}

interface Keys {
  /** One key a row, as a number from 0 on; -1 where the row has none. */
  readonly keys: Int32Array;
  readonly names: readonly string[];
}

function keysOf(column: RawColumn, kind: KeyKind): Keys {
  if (column.type !== 'text') return numberKeys(column.values);
  const { codes, labels } = column;
  const isVerbatim = kind === 'id' || kind === 'account id';
  const byCode = new Int32Array(labels.length);
  if (isVerbatim && labels.every((label) => label.trim() === label)) {
    // Labels are distinct: each is its own key.
    for (let code = 0; code < byCode.length; code++) byCode[code] = isPlaceholder(labels[code]) ? -1 : code;
    return { keys: codes.map((code) => (code < 0 ? -1 : byCode[code])), names: labels };
  }
  const index = new StringIndex();
  const normalize = kind === 'email' ? rememberHosts() : normalizers[kind];
  for (let code = 0; code < byCode.length; code++) {
    const text = labels[code].trim();
    const key = isPlaceholder(text) ? null : normalize(text);
    byCode[code] = key === null ? -1 : index.of(key);
  }
  return { keys: codes.map((code) => (code < 0 ? -1 : byCode[code])), names: index.names };
}

function numberKeys(values: Float64Array): Keys {
  const index = new Map<number, number>();
  const keys = Int32Array.from(values, (value) => {
    if (Number.isNaN(value)) return -1;
    const known = index.get(value) ?? index.size;
    index.set(value, known);
    return known;
  });
  return { keys, names: [...index.keys()].map(String) };
}

/** Many addresses share few hosts. */
function rememberHosts(): (address: string) => string | null {
  const known = new Map<string, string | null>();
  return (address) => {
    const host = address.slice(address.lastIndexOf('@') + 1);
    let key = known.get(host);
    if (key === undefined) {
      key = domainKey(host);
      known.set(host, key);
    }
    return key;
  };
}

const normalizers: Readonly<Record<KeyKind, (text: string) => string | null>> = {
  id: (text) => text,
  'account id': (text) => text,
  company: companyKey,
  domain: domainKey,
  email: domainKey,
};

function repeatedRows(alike: Int32Array): Int32Array {
  const rows = new Int32Array(alike.length);
  let count = 0;
  for (let row = 0; row < alike.length; row++) if (alike[row] !== row) rows[count++] = row;
  return rows.slice(0, count);
}

function repeatNote(raw: RawTable, { repeats, id }: { repeats: Int32Array; id: string | undefined }): string {
  const what = repeats.length === 1 ? '1 row repeats' : `${repeats.length} rows repeat`;
  const where = `first on line ${raw.lines[repeats[0]]}`;
  return id === undefined
    ? `${what} an earlier row in every column (${where}); without an id they may be different accounts, so they are kept, on one side of every split.`
    : `${what} an earlier row in every column, ${id} too (${where}); each account counts once.`;
}

/** Joins rows with equal keys; keys on more than `cap` rows are passed over. */
function joinByKey(
  groups: RowGroups,
  { keys: { keys, names }, cap }: { keys: Keys; cap: number },
): { joined: number; passed: string[] } {
  const counts = new Int32Array(names.length);
  for (const key of keys) if (key >= 0) counts[key]++;
  const first = new Int32Array(names.length).fill(-1);
  let joined = 0;
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row];
    if (key < 0 || counts[key] > cap) continue;
    if (first[key] < 0) first[key] = row;
    else {
      groups.join(row, first[key]);
      joined++;
    }
  }
  return { joined, passed: names.filter((_, key) => counts[key] > cap) };
}
