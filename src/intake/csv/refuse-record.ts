import { continuesWithRecord, looksSwallowed } from './looks-swallowed.js';
import type { RecordScanner } from './record-scanner.js';

/** Longer records are not data of an account, and longer strings than eight times this cannot be made at all. */
export const largestRecord = 64 * 1024 * 1024;

/** So many lines that each look like a record are more than chance, whatever the file is like. */
const longRun = 4;

/** Why a record is refused. `isOneLine`: only its first physical line is; reading goes on with the second. */
export interface Refusal {
  readonly reason: string;
  readonly isOneLine: boolean;
}

/** Says why the record that was scanned last, at offset `start` and physical line `line`, cannot be accepted; null where it can. */
export function refuseRecord(
  bytes: Buffer,
  { scanner, start, line, width, isInvalid, runsOver }: RecordAt,
): Refusal | null {
  const { fault, faultLine, lines, fieldCount, delimiter, newline } = scanner;
  const at = `line ${line + faultLine}`;
  if (fault === 'unclosed') return whole(`a quote opens on ${at} and is never properly closed`);
  if (fault === 'border') return whole(`on ${at} a value stands across two columns`);
  if (fault === 'garbage') {
    return whole(
      `on ${at} a quoted field is closed but text follows before the next delimiter (a quote inside a quoted field must be doubled)`,
    );
  }
  if (scanner.next - start > largestRecord) {
    return whole(`the record at line ${line} has ${scanner.next - start} bytes; the limit is ${largestRecord}`);
  }
  const isWrong = fieldCount !== width;
  const extent = { start, lines, width, delimiter, newline };
  const isOrdinary = runsOver && !isWrong && lines < longRun;
  if (lines > 1 && !isOrdinary && (isWrong ? continuesWithRecord(bytes, extent) : looksSwallowed(bytes, extent))) {
    const reason = `a quote opens on line ${line} and seems never to be closed: the lines that follow are whole records`;
    return { reason, isOneLine: true };
  }
  const name = lines > 1 ? `the record at line ${line}` : `line ${line}`;
  if (isInvalid) return whole(`${name} has bytes that are not UTF-8`);
  if (!isWrong) return null;
  return whole(`${name} has ${fieldCount} ${fieldCount === 1 ? 'field' : 'fields'}, the header has ${width}`);
}

interface RecordAt {
  readonly scanner: RecordScanner;
  readonly start: number;
  readonly line: number;
  readonly width: number;
  /** Whether cells of this file run over line ends as a matter of course. */
  readonly runsOver: boolean;
  /** Whether there are bytes in it that are not UTF-8. */
  readonly isInvalid: boolean;
}

function whole(reason: string): Refusal {
  return { reason, isOneLine: false };
}
