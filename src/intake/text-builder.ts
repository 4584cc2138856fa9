import type { TextColumn } from '../model/table.js';

/** Builds a text column cell by cell from strings; each distinct value is stored once. */
export class TextBuilder {
  private codes = new Int32Array(256);
  private rows = 0;
  private readonly index = new Map<string, number>();

  /** Sets the cell of a row; rows that are passed over are empty. */
  set(row: number, value: string | null): void {
    while (row >= this.codes.length) {
      const larger = new Int32Array(this.codes.length * 2);
      larger.set(this.codes);
      this.codes = larger;
    }
    if (row > this.rows) this.codes.fill(-1, this.rows, row);
    this.rows = Math.max(this.rows, row + 1);
    this.codes[row] = value === null || value === '' ? -1 : this.code(value);
  }

  finish(name: string, rowCount: number): TextColumn {
    if (rowCount > this.rows) this.set(rowCount - 1, null);
    return { type: 'text', name, codes: this.codes.slice(0, rowCount), labels: [...this.index.keys()] };
  }

  private code(value: string): number {
    const known = this.index.get(value);
    if (known !== undefined) return known;
    const code = this.index.size;
    this.index.set(value, code);
    return code;
  }
}
