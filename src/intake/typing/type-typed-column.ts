import type { CategoryColumn, DateColumn, NumberColumn } from '../../model/table.js';
import { decideNumber } from './decide-number.js';
import type { TypedColumn } from './type-text-column.js';

/** Decides what a column is that came with numbers or dates out of a typed file. */
export function typeTypedColumn(
  column: NumberColumn | DateColumn,
  { missing, distinct }: { missing: number; distinct: number },
): TypedColumn {
  const plain = { column, unreadable: [] } as const;
  if (distinct === 0) return { ...plain, type: 'empty', why: 'no value in any row' };
  if (distinct === 1 && missing === 0) {
    const shown = column.type === 'date' ? new Date(column.values[0]).toISOString() : String(column.values[0]);
    return { ...plain, type: 'constant', why: `the same value in every row: ${shown}` };
  }
  if (column.type === 'date') return { ...plain, type: 'date', why: '' };
  const decision = decideNumber(column.name, { values: column.values, distinct });
  const { type, why } = decision;
  switch (type) {
    case 'number':
    case 'identifier':
      return { ...plain, type, why };
    case 'category':
      return { ...plain, column: numbersAsCategories(column), type, why };
    case 'date': {
      const values = column.values.map((value) => (Number.isNaN(value) ? value : decision.toDate(value)));
      return { ...plain, column: { type: 'date', name: column.name, values }, type, why };
    }
  }
}

/** Each number is a label, written as JavaScript writes it. */
export function numbersAsCategories(column: NumberColumn | DateColumn): CategoryColumn {
  const index = new Map<number, number>();
  const codes = Int32Array.from(column.values, (value) => {
    if (Number.isNaN(value)) return -1;
    const known = index.get(value) ?? index.size;
    index.set(value, known);
    return known;
  });
  const label = column.type === 'date' ? (value: number) => new Date(value).toISOString().slice(0, 10) : String;
  return { type: 'category', name: column.name, codes, labels: [...index.keys()].map(label) };
}
