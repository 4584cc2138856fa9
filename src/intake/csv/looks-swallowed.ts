/**
 * A quote that was never closed can meet a stray quote further down and swallow the records between them. Told from an
 * honest multi-line field by evidence: each line that the record continues on would, by itself, have exactly the right
 * number of delimiters. Ten such delimiters in a row without a miss do not happen in prose.
 */
const evidenceNeeded = 10;

/** @param lines physical lines of the record, at least 2. @param width columns of the table. */
export function looksSwallowed(
  bytes: Buffer,
  { start, lines, width, delimiter, newline }: Extent & { readonly width: number },
): boolean {
  if (width < 2 || (lines - 1) * (width - 1) < evidenceNeeded) return false;
  let at = bytes.indexOf(newline, start) + 1;
  for (let line = 1; line < lines; line++) {
    const end = bytes.indexOf(newline, at);
    if (countByte(bytes, { byte: delimiter, from: at, to: end }) !== width - 1) return false;
    at = end + 1;
  }
  return true;
}

/** Whether the second physical line of a record is a whole record by its number of delimiters. */
export function continuesWithRecord(
  bytes: Buffer,
  { start, lines, width, delimiter, newline }: Extent & { readonly width: number },
): boolean {
  if (lines < 2 || width < 2) return false;
  const from = bytes.indexOf(newline, start) + 1;
  return countByte(bytes, { byte: delimiter, from, to: bytes.indexOf(newline, from) }) === width - 1;
}

interface Extent {
  readonly start: number;
  readonly lines: number;
  readonly delimiter: number;
  readonly newline: number;
}

function countByte(bytes: Buffer, { byte, from, to }: { byte: number; from: number; to: number }): number {
  let count = 0;
  for (let i = from; i < to; i++) if (bytes[i] === byte) count++;
  return count;
}
