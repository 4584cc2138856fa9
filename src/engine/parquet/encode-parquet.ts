import type { Column } from '../../model/table.js';
import { type EncodedChunk, encodeChunk, encodeLines, encodings } from './encode-chunk.js';
import { encodeThrift, i32, i64, list, struct, type ThriftStruct, type ThriftValue, text } from './thrift.js';

export interface ParquetContent {
  readonly columns: readonly Column[];
  readonly rowCount: number;
  /** Kept as the last column, `assay.line` (with underscores after it where a column has that name). */
  readonly lines: Int32Array;
  /** Facts about the table, kept in the footer under their names. */
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * A table as a Parquet file, piece by piece: uncompressed, dictionaries for text, groups of 131,072 rows. The bytes
 * depend on cells, names and facts alone: not on how labels are numbered, nor on version, clock or threads.
 * Sets are lists; dates are timestamps in milliseconds.
 * @throws AssayError FILE_UNREADABLE (text that is not Unicode), FILE_TOO_LARGE.
 */
export function* encodeParquet({ columns, rowCount, lines, facts }: ParquetContent): Generator<Uint8Array> {
  yield magic;
  let offset = magic.length;
  const lineName = freeName(columns.map(({ name }) => name));
  const planned = columns.map((column) => ({ column, type: physicalType(column) }));
  const groups: ThriftValue[] = [];
  for (let from = 0; from < rowCount; from += groupRows) {
    const to = Math.min(rowCount, from + groupRows);
    const chunks: ThriftValue[] = [];
    let bytes = 0;
    const add = function* (chunk: EncodedChunk, about: { type: number; path: readonly string[] }) {
      yield* chunk.pieces;
      chunks.push(describeChunk(chunk, { ...about, offset }));
      offset += chunk.bytes;
      bytes += chunk.bytes;
    };
    for (const { column, type } of planned) {
      const path = column.type === 'set' ? [column.name, 'list', 'element'] : [column.name];
      yield* add(encodeChunk(column, { from, to, isWhole: type === physical.int64 }), { type, path });
    }
    yield* add(encodeLines(lines, { from, to }), { type: physical.int32, path: [lineName] });
    groups.push(
      struct([
        [1, list(chunks)],
        [2, i64(bytes)],
        [3, i64(to - from)],
      ]),
    );
  }
  const footer = encodeThrift(
    struct([
      [1, i32(1)],
      [2, list(schemaOf(planned, lineName))],
      [3, i64(rowCount)],
      [4, list(groups)],
      [
        5,
        list(
          Object.entries(facts).map(([key, value]) =>
            struct([
              [1, text(key)],
              [2, text(value)],
            ]),
          ),
        ),
      ],
      [6, text('assay')],
    ]),
  );
  yield footer;
  const tail = Buffer.alloc(8);
  tail.writeInt32LE(footer.length);
  magic.copy(tail, 4);
  yield tail;
}

export const magic = Buffer.from('PAR1');
const groupRows = 131_072;

/** Numbers of the format's physical types. */
const physical = { int32: 1, int64: 2, double: 5, bytes: 6 } as const;

function freeName(names: readonly string[]): string {
  let name = 'assay.line';
  while (names.some((taken) => taken.toLowerCase() === name)) name += '_';
  return name;
}

/** Dates go as whole milliseconds; one with a part of a millisecond makes its column one of doubles. */
function physicalType(column: Column): number {
  if (column.type === 'number') return physical.double;
  if (column.type !== 'date') return physical.bytes;
  return column.values.every((x) => Number.isNaN(x) || isWholeNumber(x)) ? physical.int64 : physical.double;
}

/** -0 is a double and no whole number of 64 bits. */
function isWholeNumber(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

function describeChunk(
  { bytes, dictionaryBytes, valueCount }: EncodedChunk,
  { type, path, offset }: { type: number; path: readonly string[]; offset: number },
): ThriftStruct {
  const used = dictionaryBytes === 0 ? [encodings.plain, encodings.runs] : Object.values(encodings);
  return struct([
    [2, i64(offset)],
    [
      3,
      struct([
        [1, i32(type)],
        [2, list(used.map(i32))],
        [3, list(path.map(text))],
        [4, i32(0)],
        [5, i64(valueCount)],
        [6, i64(bytes)],
        [7, i64(bytes)],
        [9, i64(offset + dictionaryBytes)],
        [11, dictionaryBytes === 0 ? undefined : i64(offset)],
      ]),
    ],
  ]);
}

interface Planned {
  readonly column: Column;
  readonly type: number;
}

function schemaOf(columns: readonly Planned[], lineName: string): ThriftStruct[] {
  return [
    struct([
      [4, text('schema')],
      [5, i32(columns.length + 1)],
    ]),
    ...columns.flatMap(elementsOf),
    element({ type: physical.int32, repetition: 0, name: lineName }),
  ];
}

function elementsOf({ column, type }: Planned): ThriftStruct[] {
  const { name } = column;
  if (column.type === 'set') {
    return [
      element({ repetition: 1, name, children: 1, converted: 3, logical: [3, struct([])] }),
      element({ repetition: 2, name: 'list', children: 1 }),
      element({ type, repetition: 0, name: 'element', converted: 0, logical: [1, struct([])] }),
    ];
  }
  if (type === physical.double) return [element({ type, repetition: 1, name })];
  if (column.type !== 'date') return [element({ type, repetition: 1, name, converted: 0, logical: [1, struct([])] })];
  const timestamp = struct([
    [1, { kind: 'bool', value: false }],
    [2, struct([[1, struct([])]])],
  ]);
  return [element({ type, repetition: 1, name, logical: [8, timestamp] })];
}

/** @param repetition 0 always there, 1 may be missing, 2 any number of times. */
function element(about: {
  type?: number;
  repetition: number;
  name: string;
  children?: number;
  converted?: number;
  logical?: readonly [number, ThriftStruct];
}): ThriftStruct {
  const { type, repetition, name, children, converted, logical } = about;
  return struct([
    [1, type === undefined ? undefined : i32(type)],
    [3, i32(repetition)],
    [4, text(name)],
    [5, children === undefined ? undefined : i32(children)],
    [6, converted === undefined ? undefined : i32(converted)],
    [10, logical === undefined ? undefined : struct([logical])],
  ]);
}
