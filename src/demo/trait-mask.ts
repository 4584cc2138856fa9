import { AssayError } from '../errors.js';
import { matchTrait } from '../learn/match-trait.js';
import type { Column } from '../model/table.js';
import type { Trait } from '../model/trait.js';

export type ColumnsByName = ReadonlyMap<string, Column>;

/**
 * 1 for each row where the trait holds, else 0, read as everywhere else. A missing value has no trait but `missing`.
 * @throws COLUMN_UNKNOWN when the attribute is not there (yet), USAGE when a value or member can never be drawn.
 */
export function traitMask({ attribute, condition }: Trait, columns: ColumnsByName): Uint8Array {
  const column = columns.get(attribute);
  if (column === undefined) {
    throw new AssayError('COLUMN_UNKNOWN', {
      detail: `A trait names "${attribute}", which has not been drawn.`,
      hint: 'Traits may only name attributes that stand earlier in the list.',
    });
  }
  const named = condition.kind === 'in' ? condition.values : 'member' in condition ? [condition.member] : [];
  const stray = 'labels' in column ? named.find((value) => !column.labels.includes(value)) : undefined;
  if (stray !== undefined) {
    throw new AssayError('USAGE', {
      detail: `A trait asks for "${stray}" in "${attribute}", which never has that value.`,
      hint: 'Correct the spelling, or give the value a weight.',
    });
  }
  const mask = matchTrait(column, condition);
  for (let row = 0; row < mask.length; row++) if (mask[row] !== 1) mask[row] = 0;
  return mask;
}
