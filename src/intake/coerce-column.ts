import type { AttributeType } from '../model/attribute.js';
import type { Column, RawColumn } from '../model/table.js';
import { type Cells, shareOf, weighCells } from './typing/cells.js';
import { findSeparator, type SetSeparator, splitMembers } from './typing/find-separator.js';
import { readBand } from './typing/read-band.js';
import { readMeasure } from './typing/read-measure.js';
import { decimalMark } from './typing/read-number.js';
import { rangeMark, readRange } from './typing/read-range.js';
import { toCategories, toNumbers, toSets, type UnreadableCell } from './typing/read-text-column.js';
import { numbersAsCategories } from './typing/type-typed-column.js';

/** Of fewer cells nobody can tell whether a comma divides members: it is believed. */
const fewCells = 20;
/** As in learning: so few ranges among numbers are flaws, and cannot be read. */
const fewRanges = 0.05;

export interface CoercedColumn {
  readonly column: Column;
  /** Cells that could not be read as the type, in row order; they are missing in `column`. */
  readonly unreadable: readonly UnreadableCell[];
}

/**
 * Reads a column of a new file as the type that a profile recorded; nothing is guessed anew but how numbers are
 * written (decimal point or comma, a unit behind, as ranges) and how members are divided (`;`, `|` or `,`).
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
  return { column: toSets(raw, { cells, separator: separatorOf(cells) }), unreadable: [] };
}

/** Commas only where nothing else divides: they stand in names of members too. */
function separatorOf(cells: Cells): SetSeparator {
  const parts = (separator: SetSeparator) =>
    cells.labels.filter((label, code) => cells.counts[code] > 0 && splitMembers(label, separator).length > 1).length;
  if (parts('|') > parts(';')) return '|';
  if (parts(';') > 0 || parts(',') === 0) return ';';
  return cells.present < fewCells || findSeparator(cells) === ',' ? ',' : ';';
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
  const plain = (label: string) => readMeasure(label, mark);
  const present = cells.labels.filter((_, code) => cells.counts[code] > 0);
  const bounds = rangeMark(present);
  const ranged = shareOf(cells, (label) => Number.isNaN(plain(label)) && readRange(label, bounds) !== null);
  if (ranged <= fewRanges) return toNumbers(raw, { cells, read: plain });
  const { column, unreadable } = toNumbers(raw, {
    cells,
    read: (label) => readBand(label, bounds),
  });
  return { column: ranged < 0.5 ? column : { ...column, isBanded: true }, unreadable };
}
