const quote = 34;

/** Turns `""` into `"` in place, in the bytes of one field; returns the field's new end. */
export function unescapeQuotes(bytes: Uint8Array, { start, end }: { start: number; end: number }): number {
  let to = start;
  for (let from = start; from < end; from++) {
    bytes[to++] = bytes[from];
    if (bytes[from] === quote) from++;
  }
  return to;
}
