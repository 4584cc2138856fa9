import type { AttributeType, SetSeparator } from '../model/attribute.js';
import type { Column, RawColumn } from '../model/table.js';
import { type Cells, presentLabels, weighCells } from './typing/cells.js';
import { findSeparator, splitMembers } from './typing/find-separator.js';
import { readBand } from './typing/read-band.js';
import { readMeasure } from './typing/read-measure.js';
import { decimalMark } from './typing/read-number.js';
import { rangeMark, readRange } from './typing/read-range.js';
import { toFoldedCategories, toNumbers, toSets, type UnreadableCell } from './typing/read-text-column.js';
import { measureValues } from './typing/try-number.js';
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
 * written (decimal point or comma, a unit behind, as ranges) and how members are divided (`;`, `|` or `,`) where
 * `separator` does not say it.
 */
export function coerceColumn(
  raw: RawColumn,
  {
    type,
    separator,
    weigh = weighCells,
  }: { type: AttributeType; separator?: SetSeparator | undefined; weigh?: typeof weighCells },
): CoercedColumn {
  if (type === 'number' || type === 'whole') return coerceNumber(raw, weigh);
  if (raw.type !== 'text') {
    const categories = numbersAsCategories(raw);
    if (type === 'category') return { column: categories, unreadable: [] };
    return coerceColumn({ ...categories, type: 'text' }, { type, separator });
  }
  const cells = weigh(raw);
  if (type === 'category') return { column: toFoldedCategories(raw, cells), unreadable: [] };
  return { column: toSets(raw, { cells, separator: separatorOf(cells, separator) }), unreadable: [] };
}

/** Commas only where nothing else divides: they stand in names of members too. */
function separatorOf(cells: Cells, known: SetSeparator | undefined): SetSeparator {
  const parts = (separator: SetSeparator) =>
    cells.labels.filter((label, code) => cells.counts[code] > 0 && splitMembers(label, separator).length > 1).length;
  if (known !== undefined && parts(known) > 0) return known;
  if (parts('|') > parts(';')) return '|';
  if (known !== undefined) return parts(';') > 0 ? ';' : known;
  if (parts(';') > 0 || parts(',') === 0) return ';';
  return cells.present < fewCells || findSeparator(cells) === ',' ? ',' : ';';
}

function coerceNumber(raw: RawColumn, weigh: typeof weighCells): CoercedColumn {
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
  const cells = weigh(raw);
  const some = presentLabels(cells.sample);
  const mark = decimalMark(some);
  const plain = (label: string) => readMeasure(label, mark);
  const values = measureValues(cells, mark);
  const bounds = rangeMark(some);
  const ranged = shareNot(cells, { values, passes: (label) => readRange(label, bounds) !== null });
  if (ranged <= fewRanges) return toNumbers(raw, { cells, read: plain, values });
  const { column, unreadable } = toNumbers(raw, {
    cells,
    read: (label) => readBand(label, bounds),
  });
  return { column: ranged < 0.5 ? column : { ...column, isBanded: true }, unreadable };
}

/** Share of the present cells that have no value and whose label passes. */
function shareNot(
  { labels, counts, present }: Cells,
  { values, passes }: { values: Float64Array; passes: (label: string) => boolean },
): number {
  let count = 0;
  for (let code = 0; code < values.length; code++)
    if (counts[code] > 0 && Number.isNaN(values[code]) && passes(labels[code])) count += counts[code];
  return present === 0 ? 0 : count / present;
}
