import type { MappedTable, RelatedTable } from '../../../src/intake/relate/mapped-table.js';
import type { Entity } from '../../../src/model/entity.js';
import type { Column } from '../../../src/model/table.js';

type Cells = readonly (string | number | null)[];

/** Milliseconds of a day written as ISO 8601. */
export function day(text: string): number {
  return Date.parse(`${text}T00:00:00Z`);
}

/** A mapped table; columns whose name ends in `At` are moments (ISO days), those of text categories. */
export function mappedTable(entity: Entity, columns: Readonly<Record<string, Cells>>): MappedTable {
  const rowCount = Object.values(columns)[0]?.length ?? 0;
  return {
    entity,
    source: `${entity}s.csv`,
    rowCount,
    lines: Int32Array.from({ length: rowCount }, (_, row) => row + 2),
    columns: Object.entries(columns).map(([name, cells]) => columnOf(name, cells)),
  };
}

/** A mapped table with the account of each row. */
export function relatedTable(
  entity: Entity,
  { accountOf, ...columns }: Readonly<Record<string, Cells>> & { readonly accountOf: readonly number[] },
): RelatedTable {
  return { table: mappedTable(entity, columns), accountOf: Int32Array.from(accountOf) };
}

function columnOf(name: string, cells: Cells): Column {
  if (name.endsWith('At')) {
    const values = Float64Array.from(cells, (cell) =>
      cell === null ? Number.NaN : typeof cell === 'number' ? cell : Date.parse(cell),
    );
    return { type: 'date', name, values };
  }
  if (cells.every((cell) => typeof cell !== 'string')) {
    const values = Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN));
    return { type: 'number', name, values, whole: values.every((value) => Number.isInteger(value)) };
  }
  const labels = [...new Set(cells.flatMap((cell) => (cell === null ? [] : String(cell))))];
  const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : labels.indexOf(String(cell))));
  return { type: 'category', name, codes, labels };
}

/** The values of a derived column as one would write them down; null is missing. */
export function valuesOf(column: Column): unknown[] {
  switch (column.type) {
    case 'number':
    case 'date':
      return Array.from(column.values, (value) => (Number.isNaN(value) ? null : value));
    case 'category':
    case 'text':
      return Array.from(column.codes, (code) => (code < 0 ? null : column.labels[code]));
    case 'set':
      return Array.from(column.missing, (isMissing, row) =>
        isMissing === 1
          ? null
          : Array.from(column.codes.subarray(column.offsets[row], column.offsets[row + 1]), (c) => column.labels[c]),
      );
  }
}
