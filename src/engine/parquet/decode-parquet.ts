import type { Column } from '../../model/table.js';
import { ColumnBuilder } from './column-builder.js';
import { magic, type ParquetContent } from './encode-parquet.js';
import { decodeThrift, type ThriftStruct, type ThriftValue } from './thrift.js';

/**
 * Reads what {@link encodeParquet} wrote, and nothing else; files of others are for the engine.
 * @param types of the columns, in their order: the format does not tell text from categories.
 * @throws RangeError where the bytes are not such a file.
 */
export function decodeParquet(bytes: Buffer, types: readonly Column['type'][]): ParquetContent {
  const footer = readFooter(bytes);
  const rowCount = numberAt(footer, 3);
  const groups = listAt(footer, 4).map(asStruct);
  const names = leafNames(listAt(footer, 2).map(asStruct));
  if (names.length !== types.length + 1) throw new RangeError(`${names.length - 1} columns, not ${types.length}`);
  const builders = types.map((type, i) => new ColumnBuilder({ name: names[i], type, rowCount }));
  const lines = new Int32Array(rowCount);
  let row = 0;
  for (const group of groups) {
    const rows = numberAt(group, 3);
    const chunks = listAt(group, 1).map((chunk) => asStruct(asStruct(chunk).value.get(3)));
    for (const [i, builder] of builders.entries()) builder.add(bytes, { chunk: chunkOf(chunks[i]), rows });
    readLines(bytes, { at: chunkOf(chunks[types.length]).dataAt, into: lines.subarray(row, row + rows) });
    row += rows;
  }
  const facts = listAt(footer, 5).map((pair) => [textAt(asStruct(pair), 1), textAt(asStruct(pair), 2)] as const);
  return { columns: builders.map((builder) => builder.finish()), rowCount, lines, facts: Object.fromEntries(facts) };
}

/** The facts in the footer alone. @throws RangeError. */
export function decodeFacts(bytes: Buffer): Readonly<Record<string, string>> {
  const pairs = listAt(readFooter(bytes), 5).map(asStruct);
  return Object.fromEntries(pairs.map((pair) => [textAt(pair, 1), textAt(pair, 2)]));
}

function readFooter(bytes: Buffer): ThriftStruct {
  const tail = bytes.length - 8;
  const isParquet = tail >= 4 && bytes.subarray(0, 4).equals(magic) && bytes.subarray(tail + 4).equals(magic);
  if (!isParquet) throw new RangeError('no Parquet file');
  return decodeThrift(bytes, tail - bytes.readInt32LE(tail)).struct;
}

/** Names of the columns: the first element is the root, and sets bring two elements more. */
function leafNames(elements: readonly ThriftStruct[]): string[] {
  const names: string[] = [];
  for (let i = 1; i < elements.length; i += elements[i].value.has(5) ? 3 : 1) names.push(textAt(elements[i], 4));
  return names;
}

function chunkOf(about: ThriftStruct): { dataAt: number; dictionaryAt: number | null; isDouble: boolean } {
  return {
    dataAt: numberAt(about, 9),
    dictionaryAt: about.value.has(11) ? numberAt(about, 11) : null,
    isDouble: numberAt(about, 1) === 5,
  };
}

function readLines(bytes: Buffer, { at, into }: { at: number; into: Int32Array }): void {
  const { end } = decodeThrift(bytes, at);
  for (let i = 0; i < into.length; i++) into[i] = bytes.readInt32LE(end + i * 4);
}

function asStruct(value: ThriftValue | undefined): ThriftStruct {
  if (value?.kind !== 'struct') throw new RangeError('a structure is missing');
  return value;
}

function numberAt(value: ThriftStruct, id: number): number {
  const field = value.value.get(id);
  if (field?.kind !== 'i32' && field?.kind !== 'i64') throw new RangeError(`number ${id} is missing`);
  return field.value;
}

function textAt(value: ThriftStruct, id: number): string {
  const field = value.value.get(id);
  if (field?.kind !== 'text') throw new RangeError(`text ${id} is missing`);
  return field.value;
}

function listAt(value: ThriftStruct, id: number): readonly ThriftValue[] {
  const field = value.value.get(id);
  if (field?.kind !== 'list') throw new RangeError(`list ${id} is missing`);
  return field.value;
}
