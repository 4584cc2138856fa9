import type { ColumnFinding } from '../intake/column-finding.js';
import { type Duplicates, findDuplicates } from '../intake/find-duplicates.js';
import type { AccountsInput } from './accounts-input.js';

/** Rows about one account: found in a file; of a workspace they were made one, and those that may be one are known. */
export function duplicatesOf(
  { raw, groups }: Pick<AccountsInput, 'raw' | 'groups'>,
  about: { id: string | undefined; findings: readonly ColumnFinding[] },
): Duplicates {
  if (groups === null) return findDuplicates(raw, about);
  return { groups, drop: new Int32Array(0), notes: [] };
}
