import type { AnswerColumn } from '../port.js';

/** Gathers one column of an answer, chunk by chunk; text is stored once per distinct value. */
export class AnswerBuilder {
  private values = new Float64Array(1024);
  private codes = new Int32Array(1024);
  private readonly index = new Map<string, number>();
  private count = 0;

  constructor(private readonly name: string) {}

  addNumber(value: number): void {
    if (this.count === this.values.length) this.values = grow(this.values, new Float64Array(this.count * 2));
    this.values[this.count++] = value;
  }

  addText(value: string | null): void {
    if (this.count === this.codes.length) this.codes = grow(this.codes, new Int32Array(this.count * 2));
    let code = value === null ? -1 : this.index.get(value);
    if (code === undefined) {
      code = this.index.size;
      this.index.set(value as string, code);
    }
    this.codes[this.count++] = code;
  }

  finish(isNumber: boolean): AnswerColumn {
    return isNumber
      ? { type: 'number', name: this.name, values: this.values.slice(0, this.count) }
      : { type: 'text', name: this.name, codes: this.codes.slice(0, this.count), labels: [...this.index.keys()] };
  }
}

function grow<T extends Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
