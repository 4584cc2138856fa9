import { fieldForms, RecordScanner } from './record-scanner.js';

/** How a delimited text is to be read. */
export interface Dialect {
  /** The byte between fields; -1 where there is one column only. */
  readonly delimiter: number;
  /** Offset and physical line (from 1) of the header record. */
  readonly headerAt: number;
  readonly headerLine: number;
  readonly notes: readonly string[];
}

/** In order of how common they are: the first of equals is taken. */
const candidates = [',', ';', '\t', '|', '^', '~', '\u001f', '\u0001'];
/** Tried only where none of the others divides the lines: times of day are full of colons. */
const lastResort = [':'];
/** A delimiter for which the first line is a title must be much better: the true header of `1,5;2,5` has no comma. */
const titlePenalty = 0.4;
const sampleRecords = 2000;
const sampleBytes = 1 << 20;

/**
 * Finds delimiter and header. For each candidate the first records are read with the real scanner; the header is the
 * first line that is no title, comment or blank; the candidate is judged by the share of the sampled records that have as many fields as the
 * header, weighted by the logarithm of the number of columns.
 */
export function detectDialect(
  bytes: Buffer,
  { newline, delimiter }: { newline: number; delimiter?: string | undefined },
): Dialect {
  const head = sampleOf(bytes, newline);
  const sep = /^"?sep=(.)"?\r?$/i.exec(firstLine(bytes, newline));
  const from = sep === null ? 0 : bytes.indexOf(newline) + 1;
  const firstLineNumber = sep === null ? 1 : 2;
  const given = delimiter ?? sep?.[1];
  const bestOf = (tried: readonly string[]) =>
    tried
      .map((candidate) => judge(head, { delimiter: candidate.charCodeAt(0), newline, from, firstLineNumber }))
      .reduce((a, b) => (b.merit > a.merit ? b : a));
  const likely = bestOf(given === undefined ? candidates : [given]);
  const best = given === undefined && likely.merit === 0 ? bestOf([...candidates, ...lastResort]) : likely;
  const notes: string[] = [];
  if (sep !== null) notes.push(`Line 1 says sep=${sep[1]}.`);
  if (best.headerLine > firstLineNumber) {
    const last = best.headerLine - 1;
    notes.push(
      `${last === firstLineNumber ? `Line ${last} stands` : `Lines ${firstLineNumber} to ${last} stand`} before the header (title, comment or blank) and ${last === firstLineNumber ? 'is' : 'are'} passed over.`,
    );
  }
  const isSingle = best.width < 2;
  const name = display(best.delimiter);
  if (isSingle) notes.push('One column: no delimiter divides the lines evenly.');
  else if (best.sampled === 0) notes.push(`Delimiter ${name}, ${best.width} columns.`);
  else {
    const all = best.agreeing === best.sampled;
    const of = all
      ? `each of the first ${best.sampled} records has`
      : `${best.agreeing} of the first ${best.sampled} records have`;
    notes.push(`Delimiter ${name}${given === undefined ? '' : ' (given)'}, ${best.width} columns; ${of} as many.`);
  }
  return {
    delimiter: isSingle && given === undefined ? -1 : best.delimiter,
    headerAt: best.headerAt,
    headerLine: best.headerLine,
    notes,
  };
}

interface Trial {
  readonly delimiter: number;
  readonly headerAt: number;
  readonly headerLine: number;
  readonly width: number;
  readonly sampled: number;
  readonly agreeing: number;
  readonly merit: number;
}

interface Sampled {
  readonly at: number;
  readonly line: number;
  readonly count: number;
  readonly filled: number;
  readonly isComment: boolean;
}

function judge(
  bytes: Buffer,
  {
    delimiter,
    newline,
    from,
    firstLineNumber,
  }: { delimiter: number; newline: number; from: number; firstLineNumber: number },
): Trial {
  const records = sample(bytes, { delimiter, newline, from, firstLineNumber });
  const usual = mostFrequent(records.map((record) => record.count));
  const isTitle = ({ count, filled, isComment }: Sampled) =>
    filled === 0 || (isComment && count !== usual) || (usual > 1 && filled <= Math.max(1, Math.floor(usual / 3)));
  const found = records.slice(0, 30).findIndex((record) => !isTitle(record));
  const header = records[Math.max(0, found)];
  if (header === undefined) {
    return { delimiter, headerAt: from, headerLine: firstLineNumber, width: 0, sampled: 0, agreeing: 0, merit: 0 };
  }
  const passesOver = records.slice(0, Math.max(0, found)).some(({ filled, isComment }) => filled > 0 && !isComment);
  const rest = records.slice(Math.max(0, found) + 1).filter(({ count, filled }) => count > 1 || filled > 0);
  const agreeing = rest.filter(({ count }) => count === header.count).length;
  const share = rest.length === 0 ? 1 : agreeing / rest.length;
  return {
    delimiter,
    headerAt: header.at,
    headerLine: header.line,
    width: header.count,
    sampled: rest.length,
    agreeing,
    merit: share * Math.log(header.count) * (passesOver ? titlePenalty : 1),
  };
}

function sample(
  bytes: Buffer,
  {
    delimiter,
    newline,
    from,
    firstLineNumber,
  }: { delimiter: number; newline: number; from: number; firstLineNumber: number },
): Sampled[] {
  const scanner = new RecordScanner(bytes, delimiter, newline);
  const records: Sampled[] = [];
  for (let at = from, line = firstLineNumber; at < bytes.length && records.length < sampleRecords; ) {
    scanner.scan(at);
    if (scanner.fault === null) {
      let filled = 0;
      for (let i = 0; i < scanner.fieldCount; i++) {
        if (scanner.ends[i] > scanner.starts[i] || scanner.forms[i] !== fieldForms.plain) filled++;
      }
      records.push({ at, line, count: scanner.fieldCount, filled, isComment: bytes[at] === 35 });
    }
    at = scanner.next;
    line += scanner.lines;
  }
  return records;
}

/** Whole lines from the beginning, so that a quote left open cannot make every trial run to the end of a huge file. */
function sampleOf(bytes: Buffer, newline: number): Buffer {
  const end = bytes.lastIndexOf(newline, sampleBytes) + 1;
  return bytes.subarray(0, end > 0 ? end : bytes.indexOf(newline) + 1);
}

function mostFrequent(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, times] of tally) {
    const record = tally.get(best) ?? 0;
    if (times > record || (times === record && count > best)) best = count;
  }
  return best;
}

function firstLine(bytes: Buffer, newline: number): string {
  return bytes.toString('latin1', 0, Math.min(bytes.indexOf(newline), 20));
}

function display(delimiter: number): string {
  if (delimiter === 9) return 'tab';
  return delimiter < 32 ? `0x${delimiter.toString(16).padStart(2, '0')}` : `"${String.fromCharCode(delimiter)}"`;
}
