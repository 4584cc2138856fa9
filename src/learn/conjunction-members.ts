import type { Column } from '../model/table.js';
import type { Trait } from '../model/trait.js';
import { matchTrait } from './match-trait.js';

/** 1 for every account that has all of the traits; null where one is about a column that is not there. */
export function conjunctionMembers(
  traits: readonly Trait[],
  { columns, rowCount }: { readonly columns: readonly Column[]; readonly rowCount: number },
): Uint8Array | null {
  const has = new Uint8Array(rowCount).fill(1);
  for (const { attribute, condition } of traits) {
    const column = columns.find(({ name }) => name === attribute);
    if (column === undefined) return null;
    const match = matchTrait(column, condition);
    for (let row = 0; row < rowCount; row++) if (match[row] !== 1) has[row] = 0;
  }
  return has;
}
