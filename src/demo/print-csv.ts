import type { Column, Table } from '../model/table.js';
import { dayMs } from './draw-date.js';

/**
 * A table as CSV (RFC 4180, `\n` between records, header first): members of a set joined by `;`, whole days as
 * `2024-05-31`, missing as nothing. Yields pieces of about a thousand records, to be written one by one.
 */
export function* printCsv(
  table: Pick<Table, 'columns'>,
  { from, to }: { from: number; to: number },
): Generator<string> {
  const cells = table.columns.map(cellPrinter);
  let piece = `${table.columns.map((column) => quote(column.name)).join(',')}\n`;
  for (let row = from; row < to; row++) {
    piece += `${cells.map((cell) => cell(row)).join(',')}\n`;
    if ((row - from) % 1000 === 999) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}

function cellPrinter(column: Column): (row: number) => string {
  switch (column.type) {
    case 'number':
      return (row) => (Number.isNaN(column.values[row]) ? '' : String(column.values[row]));
    case 'date':
      return (row) => (Number.isNaN(column.values[row]) ? '' : printDate(column.values[row]));
    case 'set': {
      const { offsets, codes, labels } = column;
      return (row) =>
        quote(Array.from(codes.subarray(offsets[row], offsets[row + 1]), (code) => labels[code]).join(';'));
    }
    default: {
      const labels = column.labels.map(quote);
      return (row) => (column.codes[row] === -1 ? '' : labels[column.codes[row]]);
    }
  }
}

function printDate(time: number): string {
  const text = new Date(time).toISOString();
  return time % dayMs === 0 ? text.slice(0, 10) : text;
}

function quote(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
