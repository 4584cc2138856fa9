import type { ColumnEvidence } from './column-evidence.js';
import { keysOf } from './header-key.js';
import { keyTarget } from './key-target.js';
import type { FieldMatch } from './match-fields.js';

const domainKeys = keysOf(
  'domain|domain name|domains|email domain|mail domain|web domain|company domain|company domain name|additional domain|value',
);
const besides = keysOf(
  'index|is primary|primary|position|label|source|created at|created|created date|updated at|type|portal id|id|domain id',
);

/** A table of nothing but accounts and their web domains, as its two fields; null for any other. */
export function domainLink(columns: readonly ColumnEvidence[]): FieldMatch[] | null {
  const rest = columns.map((column, at) => ({ column, at })).filter(({ column }) => !column.name.startsWith('_'));
  const isKey = ({ name, key }: ColumnEvidence) => {
    const target = keyTarget(name);
    return key !== 'id' && target?.entity === 'account' && target.form === 'id';
  };
  const key = rest.find(({ column }) => isKey(column));
  const domain = rest.find(
    ({ column }) => domainKeys.includes(column.key) && (column.key !== 'value' || isSite(column)),
  );
  if (key === undefined || domain === undefined || key === domain) return null;
  const others = rest.filter((one) => one !== key && one !== domain);
  if (!others.every(({ column }) => besides.includes(column.key))) return null;
  const match = (at: number, field: string): FieldMatch => ({
    column: at,
    field,
    rank: 0,
    confidence: 'sure',
    why: 'a column of a table of web domains',
  });
  return [match(key.at, 'id'), match(domain.at, 'domain')];
}

function isSite({ pattern }: ColumnEvidence): boolean {
  return pattern === 'domain' || pattern === 'url';
}
