import type { RawColumn, RawTable } from '../../model/table.js';
import { lazyColumn } from '../csv/lazy-column.js';
import type { PackedColumn, PackedTable } from './pack-table.js';
import type { PipeReader } from './pipe-reader.js';

/** The table that {@link packTable} packed, column by column as its bytes arrive. */
export async function unpackTable(header: PackedTable['header'], pipe: PipeReader): Promise<RawTable> {
  const { columns: heads, ...rest } = header;
  const { rowCount } = rest;
  const lines = new Int32Array((await pipe.take(rowCount * 4)).buffer);
  const columns: RawColumn[] = [];
  for (const head of heads) columns.push(await unpackColumn(head, { pipe, rowCount }));
  return { ...rest, columns, lines };
}

async function unpackColumn(
  head: PackedColumn,
  { pipe, rowCount }: { pipe: PipeReader; rowCount: number },
): Promise<RawColumn> {
  if (head.type !== 'text') return { ...head, values: new Float64Array((await pipe.take(rowCount * 8)).buffer) };
  const codes = new Int32Array((await pipe.take(rowCount * 4)).buffer);
  const ends = new Int32Array((await pipe.take(head.labels * 4)).buffer);
  const bytes = await pipe.take(head.bytes);
  const starts = new Int32Array(head.labels);
  if (head.labels > 1) starts.set(ends.subarray(0, -1), 1);
  return lazyColumn(head.name, { codes, utf8: { bytes, starts, ends } });
}
