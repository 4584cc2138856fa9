import type { Dialect } from './detect-dialect.js';
import { makeScanner } from './make-scanner.js';

const [lineFeed, carriageReturn] = [10, 13] as const;

/**
 * Records that end with CR alone in a file whose others end with LF look like one record of too many fields. Where each
 * part is a whole record by itself, the CR bytes are made LF, in place.
 * @returns how many line ends were made; 0 where the parts are no records.
 */
export function splitAtReturns(
  bytes: Buffer,
  { start, end, dialect, width }: { start: number; end: number; dialect: Dialect; width: number },
): number {
  const copy = Buffer.from(bytes.subarray(start, end));
  const ends: number[] = [];
  let isQuoted = false;
  for (let i = 0; i < copy.length - 1; i++) {
    if (copy[i] === dialect.form.quote) isQuoted = !isQuoted;
    const isEnd = copy[i] === carriageReturn && copy[i + 1] !== lineFeed && copy[i + 1] !== carriageReturn;
    if (!isEnd || isQuoted) continue;
    copy[i] = lineFeed;
    ends.push(start + i);
  }
  if (ends.length === 0) return 0;
  const scanner = makeScanner(copy, { dialect, newline: lineFeed });
  for (let at = 0; at < copy.length; at = scanner.next) {
    scanner.scan(at);
    if (scanner.fault !== null || scanner.fieldCount !== width) return 0;
  }
  for (const at of ends) bytes[at] = lineFeed;
  return ends.length;
}
