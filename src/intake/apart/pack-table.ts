import type { RawColumn, RawTable } from '../../model/table.js';
import { SlicedColumn } from '../csv/sliced-column.js';

/** A table made ready for a pipe: what can be JSON, and the bytes that follow it in the order of the columns. */
export interface PackedTable {
  readonly header: Omit<RawTable, 'columns' | 'lines'> & { readonly columns: readonly PackedColumn[] };
  /** Lines first; of each text column codes, ends of the labels, labels; of the others their values. */
  readonly parts: Iterable<Uint8Array>;
}

export type PackedColumn =
  | { readonly type: 'text'; readonly name: string; readonly labels: number; readonly bytes: number }
  | { readonly type: 'number'; readonly name: string; readonly whole: boolean }
  | { readonly type: 'date'; readonly name: string };

export function packTable({ columns, lines, ...rest }: RawTable): PackedTable {
  const packed = columns.map(packColumn);
  return { header: { ...rest, columns: packed.map(({ head }) => head) }, parts: partsOf(packed, lines) };
}

/** One column at a time, so that there are never two copies of all labels. */
function* partsOf(packed: readonly Packed[], lines: Int32Array): Generator<Uint8Array> {
  yield bytesOf(lines);
  for (const { parts } of packed) yield* parts();
}

interface Packed {
  readonly head: PackedColumn;
  readonly parts: () => readonly Uint8Array[];
}

function packColumn(column: RawColumn): Packed {
  const { name } = column;
  if (column.type === 'date') return { head: { type: 'date', name }, parts: () => [bytesOf(column.values)] };
  if (column.type === 'number')
    return { head: { type: 'number', name, whole: column.whole }, parts: () => [bytesOf(column.values)] };
  if (column instanceof SlicedColumn) {
    const parts = () => {
      const { ends, bytes } = column.join();
      return [bytesOf(column.codes), bytesOf(ends), bytes];
    };
    return { head: { type: 'text', name, labels: column.count, bytes: column.size }, parts };
  }
  const { ends, pieces, size } = packLabels(column.labels);
  const head: PackedColumn = { type: 'text', name, labels: ends.length, bytes: size };
  return { head, parts: () => [bytesOf(column.codes), bytesOf(ends), ...pieces] };
}

/** Labels encoded together: one call for thousands of them. */
const batch = 8192;

function packLabels(labels: readonly string[]): { ends: Int32Array; pieces: Buffer[]; size: number } {
  const ends = new Int32Array(labels.length);
  const pieces: Buffer[] = [];
  let size = 0;
  for (let from = 0; from < labels.length; from += batch) {
    const some = labels.slice(from, from + batch);
    const text = some.join('');
    const piece = Buffer.from(text, 'utf8');
    const isPlain = piece.length === text.length;
    for (let i = 0; i < some.length; i++) {
      size += isPlain ? some[i].length : Buffer.byteLength(some[i], 'utf8');
      ends[from + i] = size;
    }
    pieces.push(piece);
  }
  return { ends, pieces, size };
}

function bytesOf(array: Int32Array | Float64Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
