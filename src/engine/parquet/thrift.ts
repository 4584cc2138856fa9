import { ByteWriter } from './byte-writer.js';

/**
 * What Parquet's headers are made of, in Thrift's compact protocol: whole numbers (never below 0 here), texts, truth
 * values, lists and structures by field number.
 */
export type ThriftValue =
  | { readonly kind: 'i32'; readonly value: number }
  | { readonly kind: 'i64'; readonly value: number }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'list'; readonly value: readonly ThriftValue[] }
  | ThriftStruct;

export interface ThriftStruct {
  readonly kind: 'struct';
  readonly value: ReadonlyMap<number, ThriftValue>;
}

export const i32 = (value: number): ThriftValue => ({ kind: 'i32', value });
export const i64 = (value: number): ThriftValue => ({ kind: 'i64', value });
export const text = (value: string): ThriftValue => ({ kind: 'text', value });
export const list = (value: readonly ThriftValue[]): ThriftValue => ({ kind: 'list', value });
/** Fields in rising order; those that are undefined are left out. */
export const struct = (fields: readonly (readonly [number, ThriftValue | undefined])[]): ThriftStruct => ({
  kind: 'struct',
  value: new Map(fields.filter((field): field is [number, ThriftValue] => field[1] !== undefined)),
});

export function encodeThrift(value: ThriftStruct): Uint8Array {
  const out = new ByteWriter();
  putStruct(out, value);
  return out.view();
}

function putStruct(out: ByteWriter, { value }: ThriftStruct): void {
  let last = 0;
  for (const [id, field] of value) {
    out.byte(((id - last) << 4) | typeOf(field));
    if (field.kind !== 'bool') putValue(out, field);
    last = id;
  }
  out.byte(0);
}

function putValue(out: ByteWriter, field: ThriftValue): void {
  if (field.kind === 'struct') putStruct(out, field);
  else if (field.kind === 'list') putList(out, field.value);
  else if (field.kind === 'bool') out.byte(field.value ? 1 : 2);
  else if (field.kind === 'text') {
    const bytes = Buffer.from(field.value, 'utf8');
    out.varint(bytes.length);
    out.bytes(bytes);
  } else out.varint(field.value * 2);
}

function putList(out: ByteWriter, items: readonly ThriftValue[]): void {
  const type = items.length === 0 ? codes.struct : typeOf(items[0]);
  out.byte((Math.min(items.length, 15) << 4) | type);
  if (items.length >= 15) out.varint(items.length);
  for (const item of items) putValue(out, item);
}

function typeOf(field: ThriftValue): number {
  if (field.kind === 'bool') return field.value ? 1 : 2;
  return codes[field.kind];
}

/** Type numbers of the compact protocol. */
const codes = { i32: 5, i64: 6, text: 8, list: 9, struct: 12 } as const;

/** Reads a structure that {@link encodeThrift} wrote. @returns the structure, and where it ends. @throws RangeError on anything else. */
export function decodeThrift(bytes: Buffer, start: number): { struct: ThriftStruct; end: number } {
  let at = start;
  const byte = () => {
    if (at >= bytes.length) throw new RangeError('the header is cut off');
    return bytes[at++];
  };
  const varint = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const next = byte();
      value += (next % 128) * scale;
      if (next < 128) return value;
    }
  };
  const read = (type: number): ThriftValue => {
    if (type === 1 || type === 2) return { kind: 'bool', value: type === 1 };
    if (type === codes.i32 || type === codes.i64)
      return { kind: type === codes.i32 ? 'i32' : 'i64', value: varint() / 2 };
    if (type === codes.struct) return readStruct();
    if (type === codes.text) {
      const length = varint();
      at += length;
      return { kind: 'text', value: bytes.toString('utf8', at - length, at) };
    }
    if (type !== codes.list) throw new RangeError(`the header has a field of type ${type}`);
    const head = byte();
    const count = head >> 4 === 15 ? varint() : head >> 4;
    return { kind: 'list', value: Array.from({ length: count }, () => read(head & 15)) };
  };
  const readStruct = (): ThriftStruct => {
    const fields = new Map<number, ThriftValue>();
    let id = 0;
    for (let head = byte(); head !== 0; head = byte()) {
      id += head >> 4;
      fields.set(id, read(head & 15));
    }
    return { kind: 'struct', value: fields };
  };
  return { struct: readStruct(), end: at };
}
