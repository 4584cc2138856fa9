import type { AnswerColumn } from '../port.js';
import type { VectorData } from './vector-data.js';

/** Gathers one column of an answer, chunk by chunk; text is stored once per distinct value. */
export class AnswerBuilder {
  private values = new Float64Array(1024);
  private codes = new Int32Array(1024);
  private readonly index = new Map<string, number>();
  /** Of an enumeration: the code of each of its values, from 0 on as they appear; -1 where it has not yet. */
  private codeOf: Int32Array | null = null;
  private count = 0;

  constructor(private readonly name: string) {}

  addNumber(value: number): void {
    this.values = roomFor(this.values, this.count + 1);
    this.values[this.count++] = value;
  }

  addText(value: string | null): void {
    this.codes = roomFor(this.codes, this.count + 1);
    this.codes[this.count++] = value === null ? -1 : this.codeOfText(value);
  }

  /** As {@link addNumber} for each item; NaN where there is none. */
  addNumbers({ items, valid }: VectorData): void {
    const from = this.count;
    this.count += items.length;
    this.values = roomFor(this.values, this.count);
    this.values.set(items, from);
    if (valid === null) return;
    for (let i = 0; i < items.length; i++) if (!isValid(valid, i)) this.values[from + i] = Number.NaN;
  }

  /** As {@link addText} for each item, an index into `members`, which are those of all chunks. */
  addMembers({ items, valid }: VectorData, members: readonly string[]): void {
    this.codes = roomFor(this.codes, this.count + items.length);
    this.codeOf ??= new Int32Array(members.length).fill(-1);
    for (let i = 0; i < items.length; i++) {
      let code = -1;
      if (valid === null || isValid(valid, i)) {
        code = this.codeOf[items[i]];
        if (code < 0) this.codeOf[items[i]] = code = this.codeOfText(members[items[i]]);
      }
      this.codes[this.count++] = code;
    }
  }

  finish(isNumber: boolean): AnswerColumn {
    return isNumber
      ? { type: 'number', name: this.name, values: this.values.slice(0, this.count) }
      : { type: 'text', name: this.name, codes: this.codes.slice(0, this.count), labels: [...this.index.keys()] };
  }

  private codeOfText(value: string): number {
    let code = this.index.get(value);
    if (code === undefined) {
      code = this.index.size;
      this.index.set(value, code);
    }
    return code;
  }
}

function isValid(valid: Uint32Array, i: number): boolean {
  return ((valid[i >>> 5] >>> (i & 31)) & 1) === 1;
}

function roomFor<T extends Float64Array | Int32Array>(from: T, count: number): T {
  if (count <= from.length) return from;
  const size = Math.max(count, from.length * 2);
  const to = (from instanceof Float64Array ? new Float64Array(size) : new Int32Array(size)) as T;
  to.set(from);
  return to;
}
