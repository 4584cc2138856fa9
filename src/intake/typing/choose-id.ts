import type { ColumnKey, FindingType } from '../column-finding.js';
import { nameRole } from './name-role.js';

interface Candidate {
  readonly name: string;
  readonly type: FindingType;
  readonly key?: ColumnKey | undefined;
  readonly missing: number;
  readonly distinct: number;
}

/**
 * The column that tells the rows apart, or undefined: an identifier without gaps whose values are (nearly) all
 * different, a few repeats allowed because duplicates are looked for with it. A column called an id goes before an
 * e-mail address or a number to refer by, and the first before the later ones.
 */
export function chooseId(columns: readonly Candidate[]): string | undefined {
  const rowCount = Math.max(0, ...columns.map(({ missing, distinct }) => missing + distinct));
  const ranked = columns
    .map((column, i) => ({ column, i, rank: rankOf(column) }))
    .filter(
      ({ column, rank }) =>
        rank < 3 &&
        column.type === 'identifier' &&
        column.missing <= rowCount * 0.01 &&
        column.distinct >= rowCount * 0.8,
    )
    .sort((a, b) => a.rank - b.rank || a.i - b.i);
  return ranked[0]?.column.name;
}

function rankOf({ name, key }: Candidate): number {
  if (key === 'company' || key === 'domain') return 3;
  const role = nameRole(name);
  if (role === 'id') return 0;
  if (role === 'reference') return 1;
  return key === 'email' ? 2 : 3;
}
