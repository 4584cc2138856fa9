import { type AppliedMapping, applyMapping } from '../../src/intake/mapping/apply-mapping.js';
import type { Entity } from '../../src/model/entity.js';
import type { ColumnMapping, ColumnUse, TableMapping } from '../../src/model/mapping.js';
import type { Sensitivity } from '../../src/model/sensitivity.js';
import type { RawTable, TextColumn } from '../../src/model/table.js';

type Cell = string | number | null;

/** How a column is read: a field, or the type of an attribute with what it says about people. */
export type Use =
  | string
  | { readonly type: 'whole' | 'category' | 'set' | 'date'; readonly sensitivity?: Sensitivity }
  | { readonly field: string; readonly via: Entity };

/** A table as if it had been imported: its columns with their uses and cells. */
export function imported(
  entity: Entity,
  {
    use = 'rows',
    source = 'hubspot',
    columns,
  }: {
    use?: TableMapping['use'];
    source?: string;
    columns: Readonly<Record<string, readonly [Use, readonly Cell[]]>>;
  },
): AppliedMapping {
  const entries = Object.entries(columns);
  const rowCount = entries[0]?.[1][1].length ?? 0;
  const file = `${entity}-${use}.csv`;
  const raw: RawTable = {
    source: file,
    snapshot: file,
    format: 'csv',
    rowCount,
    lines: Int32Array.from({ length: rowCount }, (_, row) => row + 2),
    quarantined: [],
    notes: [],
    columns: entries.map(([name, [, cells]]) => textColumn(name, cells)),
  };
  const mapping: TableMapping = {
    file,
    source,
    entity,
    confidence: 'sure',
    why: '',
    use,
    columns: entries.map(([column, [as]]): ColumnMapping => {
      const sensitivity = typeof as === 'string' || 'field' in as ? 'none' : (as.sensitivity ?? 'none');
      const via = typeof as !== 'string' && 'via' in as ? { via: as.via } : {};
      return { column, use: useOf(as), confidence: 'sure', why: '', sensitivity, ...via };
    }),
  };
  return applyMapping(raw, mapping);
}

function useOf(as: Use): ColumnUse {
  if (typeof as === 'string') return { kind: 'field', field: as };
  if ('field' in as) return { kind: 'field', field: as.field };
  return { kind: 'attribute', attributeKind: 'firmographic', type: as.type };
}

function textColumn(name: string, cells: readonly Cell[]): TextColumn {
  const labels = [...new Set(cells.flatMap((cell) => (cell === null ? [] : String(cell))))];
  return { type: 'text', name, labels, codes: Int32Array.from(cells, (cell) => labels.indexOf(String(cell))) };
}
