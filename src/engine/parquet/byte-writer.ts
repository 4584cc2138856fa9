import { AssayError } from '../../errors.js';

/** A buffer that grows. Whole numbers are written little end first, as Parquet has them. */
export class ByteWriter {
  private buffer = Buffer.allocUnsafe(4096);
  length = 0;

  byte(value: number): void {
    this.reserve(1);
    this.buffer[this.length++] = value;
  }

  bytes(values: Uint8Array): void {
    this.reserve(values.length);
    this.buffer.set(values, this.length);
    this.length += values.length;
  }

  int32(value: number): void {
    this.reserve(4);
    this.length = this.buffer.writeInt32LE(value, this.length);
  }

  /** @param value a whole number that a double holds exactly. */
  int64(value: number): void {
    this.reserve(8);
    const high = Math.floor(value / 0x1_0000_0000);
    this.buffer.writeUInt32LE(value - high * 0x1_0000_0000, this.length);
    this.length = this.buffer.writeInt32LE(high, this.length + 4);
  }

  double(value: number): void {
    this.reserve(8);
    this.length = this.buffer.writeDoubleLE(value, this.length);
  }

  /** @param value at least 0 and exact as a double. */
  varint(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  /** So many bytes more, to be filled before anything else is written. */
  room(count: number): Uint8Array {
    this.reserve(count);
    this.length += count;
    return this.buffer.subarray(this.length - count, this.length);
  }

  /** UTF-8 after its length in four bytes. @returns the length in bytes. */
  text(value: string): number {
    this.reserve(4 + value.length * 3);
    const written = this.buffer.write(value, this.length + 4, 'utf8');
    this.buffer.writeInt32LE(written, this.length);
    this.length += 4 + written;
    return written;
  }

  /** Bytes `start` up to but not including `end`, after their number in four bytes. */
  slice(from: Uint8Array, { start, end }: { start: number; end: number }): void {
    this.reserve(4 + end - start);
    const { buffer } = this;
    let at = this.length;
    const size = end - start;
    buffer[at++] = size & 255;
    buffer[at++] = (size >>> 8) & 255;
    buffer[at++] = (size >>> 16) & 255;
    buffer[at++] = size >>> 24;
    if (size > 64) buffer.set(from.subarray(start, end), at);
    else for (let i = start; i < end; i++) buffer[at++] = from[i];
    this.length += 4 + size;
  }

  /** What was written so far; writing on may overwrite it. */
  view(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  private reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.buffer.length) return;
    if (needed > longest) {
      throw new AssayError('FILE_TOO_LARGE', {
        detail: 'A column holds more than 2 GB of text in 131,072 rows.',
        hint: 'Leave out the column with the longest texts.',
      });
    }
    const larger = Buffer.allocUnsafe(Math.min(longest, Math.max(needed, this.buffer.length * 2)));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }
}

/** Parquet counts the bytes of a page in a signed number of 32 bits. */
const longest = 2 ** 31 - 1;
