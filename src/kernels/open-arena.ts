import type { Codes, Memory } from './kernels.js';

interface Shape<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): T;
}
type NumberArray = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Arrays in one WebAssembly memory, laid out one after another. */
export interface Arena extends Memory {
  /** Whether the array lies in this memory. */
  holds(array: NumberArray): boolean;
  /** Where the array lies, as a byte offset; one from elsewhere is copied in first. */
  place(array: NumberArray): number;
}

const pageBytes = 65_536;
/** Of a SIMD register; no array straddles two of them at its start. */
const alignment = 16;

/** @param memory shared, so that views stay valid when it grows. Throws RangeError over 4 GB. */
export function openArena(memory: WebAssembly.Memory): Arena {
  let next = alignment;
  // Below this, memory has been used before and holds what it held then.
  let used = next;
  // The memory is another object each time it has grown; arrays made before still name the one of their time.
  const buffers = new WeakSet<ArrayBufferLike>([memory.buffer]);

  const reserve = (bytes: number): number => {
    const at = next;
    const end = Math.ceil((at + bytes) / alignment) * alignment;
    const missing = end - memory.buffer.byteLength;
    if (missing > 0) {
      memory.grow(Math.ceil(missing / pageBytes));
      buffers.add(memory.buffer);
    }
    next = end;
    return at;
  };
  const clear = (at: number, bytes: number) => {
    if (at < used) new Uint8Array(memory.buffer, at, Math.min(bytes, used - at)).fill(0);
    used = Math.max(used, at + bytes);
    return at;
  };
  const make = <T>(shape: Shape<T>, length: number): T => {
    const bytes = shape.BYTES_PER_ELEMENT * length;
    const at = clear(reserve(bytes), bytes);
    return new shape(memory.buffer, at, length);
  };
  const holds = (array: NumberArray) => buffers.has(array.buffer);
  const place = (array: NumberArray): number => {
    if (holds(array)) return array.byteOffset;
    const at = reserve(array.byteLength);
    used = Math.max(used, at + array.byteLength);
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    new Uint8Array(memory.buffer, at, array.byteLength).set(bytes);
    return at;
  };
  return {
    bytes: (length) => make(Uint8Array, length),
    shorts: (length) => make(Uint16Array, length),
    words: (length) => make(Uint32Array, length),
    doubles: (length) => make(Float64Array, length),
    holds,
    place,
    hold(codes: Codes) {
      const at = place(codes);
      return codes instanceof Uint8Array
        ? new Uint8Array(memory.buffer, at, codes.length)
        : new Uint16Array(memory.buffer, at, codes.length);
    },
    scratch(task) {
      const before = next;
      try {
        return task();
      } finally {
        next = before;
      }
    },
  };
}
