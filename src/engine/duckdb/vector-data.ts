import type { DuckDBVector } from '@duckdb/node-api';

/** What lies in a vector of numbers or enumeration codes. */
export interface VectorData {
  readonly items: Float64Array | Uint8Array | Uint16Array | Uint32Array;
  /** Bit i of these says that item i is there; null: all are. */
  readonly valid: Uint32Array | null;
}

/**
 * The memory behind a vector, good until its chunk is gone. The driver gives one item a call, which for ten million of
 * them takes longer than reading the file; the arrays it takes them from are fields that it does not promise, so null
 * where they are not as they were.
 */
export function vectorData(vector: DuckDBVector): VectorData | null {
  const items: unknown = Reflect.get(vector, 'items');
  const validity: unknown = Reflect.get(vector, 'validity');
  if (!isNumbers(items) || typeof validity !== 'object' || validity === null) return null;
  const bits: unknown = Reflect.get(validity, 'data');
  if (bits === null) return { items, valid: null };
  if (!(bits instanceof BigUint64Array) || Reflect.get(validity, 'offset') !== 0) return null;
  return { items, valid: new Uint32Array(bits.buffer, bits.byteOffset, bits.length * 2) };
}

function isNumbers(items: unknown): items is VectorData['items'] {
  return (
    items instanceof Float64Array ||
    items instanceof Uint8Array ||
    items instanceof Uint16Array ||
    items instanceof Uint32Array
  );
}
