import { isMarked, type QuarantineMark } from '../quarantine/mark.js';
import { type Dialect, detectDialect } from './detect-dialect.js';

/** A quarantine file says its delimiter and where its header is. */
export function markedDialect(
  bytes: Buffer,
  { newline, delimiter, mark }: { newline: number; delimiter: string | undefined; mark: QuarantineMark },
): Dialect {
  const rest = bytes.subarray(mark.end);
  const header = rest.toString('latin1', 0, rest.indexOf(newline));
  const said = mark.delimiter !== undefined && header.includes(mark.delimiter) ? mark.delimiter : undefined;
  const dialect = detectDialect(rest.subarray(0, header.length + 1), { newline, delimiter: delimiter ?? said });
  const note = 'A file of quarantined records: the lines about them are passed over.';
  const { form } = detectDialect(unmarked(rest, { newline, mark: mark.mark }), {
    newline,
    delimiter: dialect.delimiter < 0 ? undefined : String.fromCharCode(dialect.delimiter),
  });
  return { ...dialect, form, headerAt: mark.end, headerLine: mark.lines + 1, notes: [note] };
}

/** The header and records of a quarantine file, as far as the dialect is looked for. */
function unmarked(bytes: Buffer, { newline, mark }: { newline: number; mark: string }): Buffer {
  const kept: Buffer[] = [];
  for (let at = 0; at < Math.min(bytes.length, 1 << 20); ) {
    const end = bytes.indexOf(newline, at) + 1;
    if (!isMarked(bytes, { at, mark })) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}
