import type { Column } from '../../model/table.js';
import { readRuns } from './level-runs.js';
import { decodeThrift, type ThriftStruct } from './thrift.js';

interface Chunk {
  readonly dataAt: number;
  readonly dictionaryAt: number | null;
  readonly isDouble: boolean;
}

/** Puts a column together from its chunks; labels get their numbers in order of first appearance. */
export class ColumnBuilder {
  private readonly name: string;
  private readonly type: Column['type'];
  private readonly values: Float64Array;
  private readonly codes: Int32Array;
  private readonly members: Int32Array[] = [];
  private readonly offsets: Int32Array;
  private readonly missing: Uint8Array;
  private labels: string[] = [];
  private index: Map<string, number> | null = null;
  private row = 0;

  constructor({ name, type, rowCount }: { name: string; type: Column['type']; rowCount: number }) {
    this.name = name;
    this.type = type;
    const isText = type === 'text' || type === 'category';
    this.values = new Float64Array(type === 'number' || type === 'date' ? rowCount : 0).fill(Number.NaN);
    this.codes = new Int32Array(isText ? rowCount : 0).fill(-1);
    this.offsets = new Int32Array(type === 'set' ? rowCount + 1 : 0);
    this.missing = new Uint8Array(type === 'set' ? rowCount : 0);
  }

  /** @throws RangeError where the bytes do not hold such a chunk. */
  add(bytes: Buffer, { chunk, rows }: { chunk: Chunk; rows: number }): void {
    const { struct, end } = decodeThrift(bytes, chunk.dataAt);
    const about = struct.value.get(5);
    if (about?.kind !== 'struct') throw new RangeError('no page of values');
    const count = numberAt(about, 1);
    const repetition = this.type === 'set' ? levels(bytes, { at: end, count, width: 1 }) : null;
    const definition = levels(bytes, { at: repetition?.end ?? end, count, width: this.type === 'set' ? 2 : 1 });
    const at = definition.end;
    if (this.type === 'number' || this.type === 'date')
      this.addNumbers(bytes, { at, present: definition.values, chunk });
    else {
      const full = this.type === 'set' ? 2 : 1;
      const codes = this.readCodes(bytes, { chunk, at, count: countOf(definition.values, full) });
      if (repetition === null) this.addCells(codes, definition.values);
      else this.addSets(codes, { repetition: repetition.values, definition: definition.values });
    }
    this.row += rows;
  }

  finish(): Column {
    const { name, type, values, codes, labels } = this;
    if (type === 'date') return { type, name, values };
    if (type === 'number')
      return { type, name, values, whole: values.every((x) => Number.isNaN(x) || Number.isInteger(x)) };
    if (type !== 'set') return { type, name, codes, labels };
    const all = new Int32Array(this.members.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of this.members) {
      all.set(part, at);
      at += part.length;
    }
    return { type, name, offsets: this.offsets, codes: all, labels, missing: this.missing };
  }

  private addNumbers(bytes: Buffer, { at, present, chunk }: { at: number; present: Int32Array; chunk: Chunk }): void {
    for (let i = 0, from = at; i < present.length; i++) {
      if (present[i] === 0) continue;
      this.values[this.row + i] = chunk.isDouble ? bytes.readDoubleLE(from) : readWhole(bytes, from);
      from += 8;
    }
  }

  private addCells(codes: Int32Array, present: Int32Array): void {
    for (let i = 0, next = 0; i < present.length; i++) if (present[i] === 1) this.codes[this.row + i] = codes[next++];
  }

  private addSets(
    codes: Int32Array,
    { repetition, definition }: { repetition: Int32Array; definition: Int32Array },
  ): void {
    let row = this.row - 1;
    for (let i = 0; i < repetition.length; i++) {
      if (repetition[i] === 0) {
        row++;
        this.offsets[row + 1] = this.offsets[row];
        this.missing[row] = definition[i] === 0 ? 1 : 0;
      }
      if (definition[i] === 2) this.offsets[row + 1]++;
    }
    this.members.push(codes);
  }

  private readCodes(bytes: Buffer, { chunk, at, count }: { chunk: Chunk; at: number; count: number }): Int32Array {
    if (chunk.dictionaryAt === null) return new Int32Array(0);
    const labels = readLabels(bytes, chunk.dictionaryAt);
    const codes = readRuns(bytes, { at: at + 1, count, width: bytes[at] });
    if (this.labels.length === 0) {
      this.labels = labels;
      return codes;
    }
    this.index ??= new Map(this.labels.map((label, code) => [label, code]));
    const places = Int32Array.from(labels, (label) => this.codeOf(label));
    return codes.map((code) => places[code]);
  }

  private codeOf(label: string): number {
    const known = this.index?.get(label);
    if (known !== undefined) return known;
    const code = this.labels.push(label) - 1;
    this.index?.set(label, code);
    return code;
  }
}

function readLabels(bytes: Buffer, start: number): string[] {
  const { struct, end } = decodeThrift(bytes, start);
  const about = struct.value.get(7);
  if (about?.kind !== 'struct') throw new RangeError('no page of labels');
  const labels: string[] = [];
  let at = end;
  for (let left = numberAt(about, 1); left > 0; left--) {
    const length = bytes.readInt32LE(at);
    at += 4 + length;
    labels.push(bytes.toString('utf8', at - length, at));
  }
  return labels;
}

function levels(
  bytes: Buffer,
  { at, count, width }: { at: number; count: number; width: number },
): { values: Int32Array; end: number } {
  return { values: readRuns(bytes, { at: at + 4, count, width }), end: at + 4 + bytes.readInt32LE(at) };
}

function countOf(values: Int32Array, wanted: number): number {
  let count = 0;
  for (const value of values) if (value === wanted) count++;
  return count;
}

function readWhole(bytes: Buffer, at: number): number {
  return bytes.readInt32LE(at + 4) * 0x1_0000_0000 + bytes.readUInt32LE(at);
}

function numberAt(value: ThriftStruct, id: number): number {
  const field = value.value.get(id);
  if (field?.kind !== 'i32') throw new RangeError(`number ${id} is missing`);
  return field.value;
}
