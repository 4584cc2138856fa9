import { AssayError } from '../../errors.js';
import type { QuarantinedRecord, RawTable } from '../../model/table.js';
import { largestRecord } from '../csv/refuse-record.js';
import { MixedBuilder } from '../mixed-builder.js';
import { findMark, isMarked } from '../quarantine/mark.js';
import { findEnvelope } from './find-envelope.js';
import { parseRecord } from './parse-record.js';
import { type JsonSlice, splitArray, splitLines, splitObjects } from './split-json.js';

const usualMost = 10_000;
/** Characters of a quarantined record that are kept. */
const mostKept = 1_000_000;

/**
 * Reads JSON Lines, objects one behind the other, a top-level JSON array, or an object that holds its records in a list
 * (`records`, `data`, `results` …). Columns are the keys of all records in order of first appearance.
 * @throws AssayError NO_RECORDS, FILE_TOO_LARGE (over 10,000 keys).
 */
export function readJson(
  bytes: Buffer,
  {
    file,
    invalidAt,
    mostColumns = usualMost,
  }: { file: string; invalidAt: readonly number[]; mostColumns?: number | undefined },
): Omit<RawTable, 'source' | 'snapshot' | 'format'> {
  const { slices, notes } = split(bytes);
  const builders = new Map<string, MixedBuilder>();
  const quarantined: QuarantinedRecord[] = [];
  const lines = new Int32Array(slices.length);
  let accepted = 0;
  let fault = 0;
  for (const { start, end, line } of slices) {
    while (invalidAt[fault] < start) fault++;
    const isLong = end - start > largestRecord;
    const text = bytes.toString('utf8', start, isLong ? start + mostKept : end);
    const record = isLong
      ? `has ${end - start} bytes; the limit is ${largestRecord}`
      : invalidAt[fault] < end
        ? 'has bytes that are not UTF-8'
        : parseRecord(text);
    if (typeof record === 'string') {
      quarantined.push({
        line,
        reason: `line ${line} ${record}`,
        raw: text.trimEnd().slice(0, mostKept),
        before: accepted,
      });
      continue;
    }
    for (const [name, cell] of record) {
      let builder = builders.get(name);
      if (builder === undefined) {
        builder = new MixedBuilder(name);
        builders.set(name, builder);
        if (builders.size > mostColumns) throw tooManyColumns({ file, line, mostColumns });
      }
      builder.set(accepted, cell);
    }
    lines[accepted++] = line;
  }
  if (accepted === 0) throw noRecords(file, quarantined);
  return {
    columns: [...builders.values()].map((builder) => builder.finish(accepted)),
    rowCount: accepted,
    lines: lines.slice(0, accepted),
    quarantined,
    notes,
  };
}

function split(bytes: Buffer): { slices: readonly JsonSlice[]; notes: readonly string[] } {
  const mark = findMark(bytes);
  if (mark !== null) {
    const slices = splitLines(bytes).filter(({ start }) => !isMarked(bytes, { at: start, mark: mark.mark }));
    return { slices, notes: ['A file of quarantined records: the lines about them are passed over.'] };
  }
  const start = bytes.findIndex((byte) => byte > 32);
  if (bytes[start] === 0x5b) return fromArray(bytes, { open: start, note: 'One JSON array.' });
  if (isOneLineRecord(bytes, start)) return { slices: splitLines(bytes), notes: [] };
  const envelope = bytes[start] === 0x7b ? findEnvelope(bytes, start) : null;
  if (envelope !== null)
    return fromArray(bytes, { open: envelope.open, note: `Records taken from ${JSON.stringify(envelope.key)}.` });
  const lines = splitLines(bytes);
  if (bytes[start] !== 0x7b || isObject(bytes, lines[0])) return { slices: lines, notes: [] };
  const objects = splitObjects(bytes);
  return isObject(bytes, objects[0])
    ? { slices: objects, notes: ['JSON objects one behind the other.'] }
    : { slices: lines, notes: [] };
}

function isObject(bytes: Buffer, slice: JsonSlice | undefined): boolean {
  return slice !== undefined && typeof parseRecord(bytes.toString('utf8', slice.start, slice.end)) !== 'string';
}

/** A first line that is a whole object followed by another line's object: JSON Lines, whatever its keys are called. */
function isOneLineRecord(bytes: Buffer, start: number): boolean {
  const end = bytes.indexOf(10, start);
  return (
    end !== -1 &&
    bytes
      .toString('latin1', end, end + 200)
      .trimStart()
      .startsWith('{') &&
    bytes
      .toString('latin1', Math.max(start, end - 3), end)
      .trimEnd()
      .endsWith('}')
  );
}

function fromArray(bytes: Buffer, { open, note }: { open: number; note: string }) {
  const { slices, isClosed } = splitArray(bytes, open);
  return { slices, notes: isClosed ? [note] : [note, 'The array is never closed: the file may have been cut off.'] };
}

function tooManyColumns({ file, line, mostColumns }: { file: string; line: number; mostColumns: number }): AssayError {
  return new AssayError('FILE_TOO_LARGE', {
    detail: `${file} has more than ${mostColumns} different keys.`,
    hint: 'Values may stand where keys should; reshape the records so that each has the same keys.',
    place: { file, line },
  });
}

function noRecords(file: string, quarantined: readonly QuarantinedRecord[]): AssayError {
  const first = quarantined[0];
  return new AssayError('NO_RECORDS', {
    detail:
      first === undefined
        ? `${file} has no records.`
        : `${file}: none of ${quarantined.length} records could be read; ${first.reason}.`,
    hint: 'Each line must be one JSON object, or the file one array of objects.',
    place: first === undefined ? { file } : { file, line: first.line },
  });
}
