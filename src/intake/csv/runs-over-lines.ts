import { looksSwallowed } from './looks-swallowed.js';
import type { RecordScanner } from './record-scanner.js';

const sampled = 2000;
const enough = 5;

/**
 * Whether cells of this file run over line ends as a matter of course (comments, reviews, addresses): then a quoted cell
 * whose lines happen to have a record's number of delimiters is most likely honest. Judged by the first 2,000 records.
 */
export function runsOverLines(
  bytes: Buffer,
  { from, width, scanner }: { from: number; width: number; scanner: RecordScanner },
): boolean {
  const { delimiter, newline } = scanner;
  let honest = 0;
  let suspect = 0;
  for (let records = 0, at = from; records < sampled && at < bytes.length; records++, at = scanner.next) {
    scanner.scan(at);
    if (scanner.fault !== null || scanner.lines === 1 || scanner.fieldCount !== width) continue;
    if (looksSwallowed(bytes, { start: at, lines: scanner.lines, width, delimiter, newline })) suspect++;
    else honest++;
  }
  return honest >= enough && honest >= enough * suspect;
}
