import type { QuarantinedRecord } from '../model/table.js';
import type { Io } from './io.js';

const shown = 5;

/** Tells which records of a file were not accepted, by line, on stderr. */
export function noteQuarantine(
  quarantined: readonly QuarantinedRecord[],
  { file, io }: { file: string; io: Io },
): void {
  if (quarantined.length === 0) return;
  const records = quarantined.length === 1 ? '1 record was' : `${quarantined.length} records were`;
  io.note(`warning: ${records} not accepted; mend and read again:`);
  for (const { line, reason } of quarantined.slice(0, shown)) io.note(`  ${file}:${line} ${reason}`);
  if (quarantined.length > shown) io.note(`  … and ${quarantined.length - shown} more (all of them with --json)`);
}
