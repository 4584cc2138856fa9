import type { AttributeType } from '../model/attribute.js';
import type { Column, RawColumn } from '../model/table.js';
import { weighCells } from './typing/cells.js';
import { splitMembers } from './typing/find-separator.js';
import { decimalMark, readNumber } from './typing/read-number.js';
import { toCategories, toNumbers, toSets, type UnreadableCell } from './typing/read-text-column.js';
import { numbersAsCategories } from './typing/type-typed-column.js';

export interface CoercedColumn {
  readonly column: Column;
  /** Cells that could not be read as the type, in row order; they are missing in `column`. */
  readonly unreadable: readonly UnreadableCell[];
}

/**
 * Reads a column of a new file as the type that a profile recorded; nothing is guessed anew but how numbers are
 * written (decimal point or comma) and how members are divided (`;` or `|`).
 */
export function coerceColumn(raw: RawColumn, { type }: { type: AttributeType }): CoercedColumn {
  if (type === 'number' || type === 'whole') return coerceNumber(raw);
  if (raw.type !== 'text') {
    const categories = numbersAsCategories(raw);
    if (type === 'category') return { column: categories, unreadable: [] };
    return coerceColumn({ ...categories, type: 'text' }, { type });
  }
  const cells = weighCells(raw);
  if (type === 'category') return { column: toCategories(raw, cells), unreadable: [] };
  const parts = (separator: ';' | '|') =>
    cells.labels.filter((label) => splitMembers(label, separator).length > 1).length;
  const separator = parts('|') > parts(';') ? '|' : ';';
  return { column: toSets(raw, { cells, separator }), unreadable: [] };
}

function coerceNumber(raw: RawColumn): CoercedColumn {
  if (raw.type === 'number') return { column: raw, unreadable: [] };
  if (raw.type === 'date') {
    const unreadable = [...raw.values.entries()]
      .filter(([, value]) => !Number.isNaN(value))
      .map(([row, value]) => ({ row, value: new Date(value).toISOString() }));
    return {
      column: {
        type: 'number',
        name: raw.name,
        values: new Float64Array(raw.values.length).fill(Number.NaN),
        whole: true,
      },
      unreadable,
    };
  }
  const cells = weighCells(raw);
  const mark = decimalMark(cells.labels.filter((_, code) => cells.counts[code] > 0));
  return toNumbers(raw, { cells, read: (label) => readNumber(label, mark) });
}
