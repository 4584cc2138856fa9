import { isPoorlyJoined, type TableJoin } from './table-join.js';

/** How a key was read, where `key` alone does not say it. */
const words: Readonly<Record<string, string>> = {
  'folded key': 'key in another spelling',
  'bare key': 'key without legal form',
  'fuzzy key': 'key with a typing error',
  'said key': 'key as a person said',
};
const named = 3;
const respeltShown = 3;

/** One sentence: how many rows of a table belong to an account, and what the others name. */
export function describeJoin({ file, rows, found, ways, unknown }: TableJoin): string {
  const by = ways
    .map(({ way, count }) => `${ways.length === 1 ? '' : `${number(count)} `}by ${words[way] ?? way}`)
    .join(', ');
  const how = by === '' ? '' : ` (${by})`;
  const start = `${file}: ${found === rows ? 'all' : `${number(found)} of`} ${number(rows)} rows belong to an account${how}`;
  return found === rows
    ? `${start}.`
    : `${start}; ${number(rows - found)} ${rows - found === 1 ? 'does' : 'do'} not: ${list(unknown)}.`;
}

/** How keys were read that no account has in this spelling; the doubtful first. */
export function describeKeys({ file, respelt, unsure }: TableJoin): string[] {
  const fuzzy = respelt.filter(({ how }) => how === 'fuzzy');
  const others = respelt.length - fuzzy.length;
  return [
    ...unsure
      .slice(0, respeltShown)
      .map(
        ({ a, candidates }) =>
          `${file}: “${a}” may be ${candidates.map((key) => `“${key}”`).join(' or ')}: left alone.`,
      ),
    ...fuzzy.slice(0, respeltShown).map(({ reason }) => `${file}: ${reason}`),
    ...more(fuzzy.length - respeltShown, `${file}: keys with a typing error`),
    ...(others === 0
      ? []
      : [
          `${file}: ${others === 1 ? '1 key is an account’s' : `${number(others)} keys are accounts’`}, written otherwise (case, spaces, zeros, legal form).`,
        ]),
  ];
}

/** One line for commands after the import; null where there is no other table. */
export function summariseJoins(joins: readonly TableJoin[]): string | null {
  if (joins.length === 0) return null;
  const each = joins.map(({ file, rows, found }) => `${file} ${number(found)} of ${number(rows)}`).join(', ');
  const respelt = joins.reduce((sum, join) => sum + join.respelt.length + join.unsure.length, 0);
  const keys =
    respelt === 0
      ? ''
      : ` ${number(respelt)} ${respelt === 1 ? 'key is' : 'keys are'} written otherwise than by the accounts (assay merges).`;
  return `Rows that found their account: ${each}.${keys}`;
}

/** What a reader must know before believing what was learnt from tables that are about other accounts. */
export function joinCautions(joins: readonly TableJoin[]): string[] {
  return joins.filter(isPoorlyJoined).map(({ file, rows, found, unknown }) => {
    const lost = `${number(rows - found)} of ${number(rows)} rows of ${file} belong to no account that was imported: ${list(unknown)}.`;
    return `${lost} What they say is counted nowhere.`;
  });
}

function list(names: readonly string[]): string {
  if (names.length === 0) return 'they name none';
  const rest = names.length - named;
  return `${names.slice(0, named).join(', ')}${rest > 0 ? ` and ${number(rest)} more` : ''}`;
}

function more(count: number, what: string): string[] {
  return count > 0 ? [`${what}: ${number(count)} more (assay merges).`] : [];
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
