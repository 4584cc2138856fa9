import type { RecordScanner } from './record-scanner.js';
import type { Refusal } from './refuse-record.js';
import { isTotalLine } from './total-line.js';

/** Records that read well but are none: the header once more, and a line of totals at the end. */
export function refuseExtra(
  bytes: Buffer,
  {
    scanner,
    at,
    line,
    width,
    headerBytes,
    surplus,
    isLast,
  }: {
    scanner: RecordScanner;
    at: number;
    line: number;
    width: number;
    headerBytes: Buffer | null;
    /** Columns at the end that are behind those of the header. */
    surplus: number;
    isLast: boolean;
  },
): Refusal | null {
  if (headerBytes !== null && width > 1 && bytes.subarray(at, scanner.next).equals(headerBytes))
    return { reason: `line ${line} is the header once more`, isOneLine: false };
  for (let i = width - surplus; i < width; i++) {
    if (scanner.ends[i] > scanner.starts[i])
      return { reason: `line ${line} has ${i + 1} fields, the header has ${width - surplus}`, isOneLine: false };
  }
  if (!isLast) return null;
  const cells = Array.from({ length: width }, (_, i) => bytes.toString('utf8', scanner.starts[i], scanner.ends[i]));
  return isTotalLine(cells) ? { reason: `line ${line} seems to add up the records above it`, isOneLine: false } : null;
}
