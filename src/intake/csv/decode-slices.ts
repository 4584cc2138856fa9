import { isAscii } from 'node:buffer';

/** Slices decoded at a time: enough to forget what a call costs, little enough to stay in the cache. */
const batch = 8192;

/**
 * UTF-8 text of many short slices. Where they are ASCII they are copied together, decoded at once and cut again,
 * which takes a fifth of the time of decoding one by one.
 */
export function decodeSlices(
  bytes: Uint8Array,
  { starts, ends, count }: { starts: Int32Array; ends: Int32Array; count: number },
): string[] {
  const labels = new Array<string>(count);
  for (let from = 0; from < count; from += batch) {
    const to = Math.min(count, from + batch);
    let length = 0;
    for (let i = from; i < to; i++) length += ends[i] - starts[i];
    const together = Buffer.allocUnsafe(length);
    let at = 0;
    for (let i = from; i < to; i++) for (let k = starts[i]; k < ends[i]; k++) together[at++] = bytes[k];
    const text = isAscii(together) ? together.toString('latin1') : null;
    at = 0;
    for (let i = from; i < to; i++) {
      const next = at + ends[i] - starts[i];
      labels[i] = text === null ? together.toString('utf8', at, next) : text.substring(at, next);
      at = next;
    }
  }
  return labels;
}
