import type { RawColumn } from '../model/table.js';
import { TextBuilder } from './text-builder.js';

/** A cell of a file whose cells have types of their own. Dates are milliseconds since 1970 UTC. */
export type TypedCell = string | number | boolean | Date | null;

/** Builds a column of typed cells: numbers or dates where all present cells are, else text. */
export class MixedBuilder {
  private readonly cells: TypedCell[] = [];
  private readonly seen = { number: 0, date: 0, text: 0 };

  constructor(readonly name: string) {}

  set(row: number, cell: TypedCell): void {
    const value = cell === '' ? null : cell;
    while (this.cells.length < row) this.cells.push(null);
    this.cells[row] = value;
    if (value === null) return;
    if (typeof value === 'number') this.seen.number++;
    else if (value instanceof Date) this.seen.date++;
    else this.seen.text++;
  }

  finish(rowCount: number): RawColumn {
    const { number, date, text } = this.seen;
    if (text === 0 && (number === 0) !== (date === 0)) {
      const values = new Float64Array(rowCount).fill(Number.NaN);
      let whole = true;
      for (const [row, cell] of this.cells.entries()) {
        if (cell === null) continue;
        values[row] = Number(cell);
        if (!Number.isInteger(values[row])) whole = false;
      }
      const { name } = this;
      return date > 0 ? { type: 'date', name, values } : { type: 'number', name, values, whole };
    }
    const builder = new TextBuilder();
    for (const [row, cell] of this.cells.entries()) builder.set(row, cell === null ? null : cellText(cell));
    return builder.finish(this.name, rowCount);
  }
}

function cellText(cell: Exclude<TypedCell, null>): string {
  if (!(cell instanceof Date)) return String(cell);
  const iso = Number.isNaN(cell.getTime()) ? '' : cell.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
}
