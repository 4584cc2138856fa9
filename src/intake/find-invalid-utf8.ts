import { isUtf8 } from 'node:buffer';

/** Where a text breaks the rules of UTF-8. */
export interface Utf8Faults {
  /** Offsets of invalid bytes, ascending; at most one for each physical line. */
  readonly at: readonly number[];
  /** Bytes in valid sequences of two or more, and bytes that are in none. Both 0 where nothing is invalid. */
  readonly soundBytes: number;
  readonly faultyBytes: number;
}

/** Looks for invalid UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF). */
export function findInvalidUtf8(bytes: Uint8Array): Utf8Faults {
  if (isUtf8(bytes)) return { at: [], soundBytes: 0, faultyBytes: 0 };
  const at: number[] = [];
  let soundBytes = 0;
  let faultyBytes = 0;
  let lineHasFault = false;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i];
    if (byte < 0x80) {
      if (byte === 10 || byte === 13) lineHasFault = false;
      i++;
      continue;
    }
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      soundBytes += length;
      i += length;
      continue;
    }
    if (!lineHasFault) at.push(i);
    lineHasFault = true;
    faultyBytes++;
    i++;
  }
  return { at, soundBytes, faultyBytes };
}

/** Bytes of the valid sequence that starts at i, or 0. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i];
  if (first < 0xc2 || first > 0xf4) return 0;
  const second = bytes[i + 1] ?? 0;
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (let k = 2; k < length; k++) if ((bytes[i + k] & 0xc0) !== 0x80) return 0;
  return length;
}
