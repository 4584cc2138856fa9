import type { ByteWriter } from './byte-writer.js';

/**
 * Small whole numbers as runs of one value and bit-packed groups of eight (Parquet's "RLE / bit-packing hybrid").
 * @param width bits a value, 1 to 24.
 */
export function putRuns(out: ByteWriter, { values, width }: { values: Int32Array | Uint8Array; width: number }): void {
  const count = values.length;
  let start = 0;
  while (start < count) {
    const run = runLength(values, start);
    if (run >= shortestRun) {
      out.varint(run * 2);
      for (let shift = 0; shift < width; shift += 8) out.byte((values[start] >> shift) & 255);
      start += run;
      continue;
    }
    let end = start + run;
    while (end < count) {
      const next = runLength(values, end);
      if (next >= shortestRun) {
        end += (8 - ((end - start) % 8)) % 8;
        break;
      }
      end += next;
    }
    pack(out, { values, width, start, end });
    start = end;
  }
}

/** The reverse of {@link putRuns}. @returns `count` values. @throws RangeError where the bytes do not hold that many. */
export function readRuns(
  bytes: Buffer,
  { at: start, count, width }: { at: number; count: number; width: number },
): Int32Array {
  const values = new Int32Array(count);
  let at = start;
  let row = 0;
  while (row < count) {
    let head = 0;
    for (let shift = 0; ; shift += 7) {
      const next = bytes[at++];
      if (next === undefined) throw new RangeError('the values are cut off');
      head |= (next & 127) << shift;
      if (next < 128) break;
    }
    if ((head & 1) === 0) {
      let value = 0;
      for (let shift = 0; shift < width; shift += 8) value |= bytes[at++] << shift;
      const end = Math.min(count, row + (head >>> 1));
      values.fill(value, row, end);
      row = end;
      continue;
    }
    const end = Math.min(count, row + (head >>> 1) * 8);
    const next = at + (head >>> 1) * width;
    if (next > bytes.length) throw new RangeError('the values are cut off');
    let held = 0;
    let bits = 0;
    for (; row < end; row++) {
      for (; bits < width; bits += 8) held |= bytes[at++] << bits;
      values[row] = held & ((1 << width) - 1);
      held >>>= width;
      bits -= width;
    }
    at = next;
  }
  return values;
}

/** Bits that the largest of `count` codes needs; at least one, since not every reader takes none. */
export function bitWidth(count: number): number {
  return Math.max(1, 32 - Math.clz32(count - 1));
}

/** Shorter repetitions cost less inside a packed group; must be at least 8, to fill a group that is open. */
const shortestRun = 16;

function runLength(values: Int32Array | Uint8Array, start: number): number {
  let end = start + 1;
  while (end < values.length && values[end] === values[start]) end++;
  return end - start;
}

function pack(
  out: ByteWriter,
  { values, width, start, end }: { values: Int32Array | Uint8Array; width: number; start: number; end: number },
): void {
  const groups = Math.ceil((end - start) / 8);
  out.varint(groups * 2 + 1);
  const into = out.room(groups * width);
  let at = 0;
  let held = 0;
  let bits = 0;
  for (let i = start; i < start + groups * 8; i++) {
    held |= (i < end ? values[i] : 0) << bits;
    bits += width;
    while (bits >= 8) {
      into[at++] = held & 255;
      held >>>= 8;
      bits -= 8;
    }
  }
}
