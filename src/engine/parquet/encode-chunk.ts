import { AssayError } from '../../errors.js';
import type { Column } from '../../model/table.js';
import { ByteWriter } from './byte-writer.js';
import { bitWidth, putRuns } from './level-runs.js';
import { encodeThrift, i32, struct, type ThriftValue } from './thrift.js';

/** The pages of one column for one group of rows. */
export interface EncodedChunk {
  readonly pieces: readonly Uint8Array[];
  readonly bytes: number;
  /** Length of the page with the labels, which stands first; 0 where no value is present. */
  readonly dictionaryBytes: number;
  /** Cells, counting each member of a set, and one for a set that is empty or missing. */
  readonly valueCount: number;
}

/**
 * Rows `from` to `to` (excluded) of a column; `isWhole` writes numbers as whole ones of 64 bits.
 * @throws AssayError FILE_UNREADABLE on text that is not Unicode, FILE_TOO_LARGE.
 */
export function encodeChunk(
  column: Column,
  { from, to, isWhole }: { from: number; to: number; isWhole: boolean },
): EncodedChunk {
  if (column.type === 'number' || column.type === 'date') return encodeNumbers(column, { from, to, isWhole });
  const { codes, levels } = column.type === 'set' ? flatten(column, { from, to }) : cells(column, { from, to });
  const utf8 = column.type === 'text' ? column.utf8 : undefined;
  const { used, indices } = recode(codes, utf8?.ends.length ?? column.labels.length);
  if (used.length === 0) return joinPages({ levels, body: new ByteWriter() });
  const dictionary = new ByteWriter();
  if (utf8 === undefined) for (const code of used) putLabel(dictionary, column.labels[code], column.name);
  else for (const code of used) dictionary.slice(utf8.bytes, { start: utf8.starts[code], end: utf8.ends[code] });
  const body = new ByteWriter();
  const width = bitWidth(used.length);
  if (width > 24) throw tooMany(column.name);
  body.byte(width);
  putRuns(body, { values: indices, width });
  return joinPages({ levels, body, dictionary: { bytes: dictionary, count: used.length } });
}

/** Line numbers: there for every row. */
export function encodeLines(lines: Int32Array, { from, to }: { from: number; to: number }): EncodedChunk {
  const body = new ByteWriter();
  for (let row = from; row < to; row++) body.int32(lines[row]);
  return joinPages({ levels: { count: to - from }, body });
}

interface Levels {
  readonly count: number;
  /** 1 for what is not the first member of its set. */
  readonly repetition?: Uint8Array;
  /** How much of the value is there: 1 present; of sets 0 missing, 1 empty, 2 a member. */
  readonly definition?: Uint8Array;
}

function encodeNumbers(
  column: Extract<Column, { values: Float64Array }>,
  { from, to, isWhole }: { from: number; to: number; isWhole: boolean },
): EncodedChunk {
  const body = new ByteWriter();
  const definition = new Uint8Array(to - from);
  for (let row = from; row < to; row++) {
    const value = column.values[row];
    if (Number.isNaN(value)) continue;
    definition[row - from] = 1;
    if (isWhole) body.int64(value);
    else body.double(value);
  }
  return joinPages({ levels: { count: to - from, definition }, body });
}

function cells(
  column: Extract<Column, { type: 'text' | 'category' }>,
  { from, to }: { from: number; to: number },
): { codes: Int32Array; levels: Levels } {
  const codes = column.codes.subarray(from, to);
  const definition = new Uint8Array(to - from);
  for (let i = 0; i < codes.length; i++) definition[i] = codes[i] < 0 ? 0 : 1;
  return { codes, levels: { count: to - from, definition } };
}

function flatten(
  column: Extract<Column, { type: 'set' }>,
  { from, to }: { from: number; to: number },
): { codes: Int32Array; levels: Levels } {
  const { offsets, missing } = column;
  const repetition: number[] = [];
  const definition: number[] = [];
  for (let row = from; row < to; row++) {
    const size = offsets[row + 1] - offsets[row];
    repetition.push(0);
    definition.push(size > 0 ? 2 : missing[row] === 1 ? 0 : 1);
    for (let i = 1; i < size; i++) {
      repetition.push(1);
      definition.push(2);
    }
  }
  return {
    codes: column.codes.subarray(offsets[from], offsets[to]),
    levels: {
      count: repetition.length,
      repetition: Uint8Array.from(repetition),
      definition: Uint8Array.from(definition),
    },
  };
}

/** Labels in the order in which these cells use them, so that equal cells give equal bytes however they were coded. */
function recode(codes: Int32Array, labelCount: number): { used: Int32Array; indices: Int32Array } {
  const place = new Int32Array(labelCount).fill(-1);
  const first = new Int32Array(codes.length);
  let size = 0;
  const indices = new Int32Array(codes.length);
  let count = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    if (code < 0) continue;
    if (place[code] < 0) {
      place[code] = size;
      first[size++] = code;
    }
    indices[count++] = place[code];
  }
  return { used: first.subarray(0, size), indices: indices.subarray(0, count) };
}

function putLabel(out: ByteWriter, label: string, column: string): void {
  const bytes = out.text(label);
  if (bytes !== label.length && /\p{Surrogate}/u.test(label)) {
    throw new AssayError('FILE_UNREADABLE', {
      detail: `Column ${column} holds ${JSON.stringify(label.slice(0, 80))}: half a character, which no file can hold.`,
      hint: 'Mend the value (it comes from a broken \\u escape or a text that was cut inside a character).',
    });
  }
}

function joinPages({
  levels: { count, repetition, definition },
  body,
  dictionary,
}: {
  levels: Levels;
  body: ByteWriter;
  dictionary?: { bytes: ByteWriter; count: number };
}): EncodedChunk {
  const head = new ByteWriter();
  if (repetition !== undefined) putLevels(head, repetition, 1);
  if (definition !== undefined) putLevels(head, definition, repetition === undefined ? 1 : 2);
  const pages: { header: Uint8Array; parts: Uint8Array[] }[] = [];
  if (dictionary !== undefined) {
    const about = struct([
      [1, i32(dictionary.count)],
      [2, i32(encodings.plain)],
    ]);
    pages.push(page({ type: 2, parts: [dictionary.bytes.view()], about: [7, about] }));
  }
  const about = struct([
    [1, i32(count)],
    [2, i32(dictionary === undefined ? encodings.plain : encodings.dictionary)],
    [3, i32(encodings.runs)],
    [4, i32(encodings.runs)],
  ]);
  pages.push(page({ type: 0, parts: [head.view(), body.view()], about: [5, about] }));
  const size = (parts: readonly Uint8Array[]) => parts.reduce((sum, part) => sum + part.length, 0);
  const pieces = pages.map(({ header, parts }) => [header, ...parts]);
  return {
    pieces: pieces.flat(),
    bytes: size(pieces.flat()),
    dictionaryBytes: dictionary === undefined ? 0 : size(pieces[0]),
    valueCount: count,
  };
}

function page({ type, parts, about }: { type: number; parts: Uint8Array[]; about: readonly [number, ThriftValue] }): {
  header: Uint8Array;
  parts: Uint8Array[];
} {
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  return { header: encodeThrift(struct([[1, i32(type)], [2, i32(bytes)], [3, i32(bytes)], about])), parts };
}

function putLevels(out: ByteWriter, values: Uint8Array, width: number): void {
  const runs = new ByteWriter();
  putRuns(runs, { values, width });
  out.int32(runs.length);
  out.bytes(runs.view());
}

/** Encoding numbers of the Parquet format. */
export const encodings = { plain: 0, runs: 3, dictionary: 8 } as const;

function tooMany(name: string): AssayError {
  return new AssayError('FILE_TOO_LARGE', {
    detail: `Column ${name} has more than 16 million different members in 131,072 rows.`,
    hint: 'Leave this column out.',
  });
}
