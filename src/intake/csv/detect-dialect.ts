import { chooseForm } from './choose-form.js';
import { findSpans } from './find-spans.js';
import type { TextSpan } from './fixed-scanner.js';
import type { HeaderChoice } from './header-choice.js';
import { judgeDialect, type Trial } from './judge-dialect.js';
import { describeForm, type QuoteForm, standardForm } from './quote-form.js';

/** How a delimited text is to be read. */
export interface Dialect {
  /** The byte between fields; -1 where there is one column only, or columns are set with spaces. */
  readonly delimiter: number;
  readonly form: QuoteForm;
  /** Of a table whose columns are set with spaces; null of others. */
  readonly spans: readonly TextSpan[] | null;
  /** Offset and physical line (from 1) of the header record, or of the first record where there is no header. */
  readonly headerAt: number;
  readonly headerLine: number;
  /** Of a table set with spaces: the names in its header, whose words need not stand above the columns. */
  readonly names: readonly string[] | null;
  /** Physical lines from the header on, header included, that are no records: 0 where the first line is one. */
  readonly headerLines: number | null;
  /** Fields that every record has behind those of the header, all of them empty. */
  readonly surplus: number;
  /** Whether CR alone ends lines too, above the header as well. */
  readonly hasReturns: boolean;
  readonly notes: readonly string[];
}

/** In order of how common they are: the first of equals is taken. */
const candidates = [',', ';', '\t', '|', '^', '~', '\u001f', '\u0001'];
/** Tried only where none of the others divides the lines: times of day are full of colons. */
const lastResort = [':'];
const sampleBytes = 1 << 20;
/** Share of the records that must have empty fields behind the header's for that to be the manner of the file. */
const usualSurplus = 0.9;

/**
 * Finds delimiter, manner of quoting and header. For each candidate the first records are read with the real scanner; the header is the
 * first line that is no title, comment or blank; the candidate is judged by the share of the sampled records that have as many fields as the
 * header, weighted by the logarithm of the number of columns. What no delimiter divides may be a table set with spaces.
 */
export function detectDialect(
  bytes: Buffer,
  {
    newline,
    delimiter,
    header,
  }: { newline: number; delimiter?: string | undefined; header?: HeaderChoice | undefined },
): Dialect {
  const plain = sampleOf(bytes, newline);
  const sep = /^"?sep=(.)"?\r?$/i.exec(firstLine(bytes, newline));
  const from = sep === null ? 0 : bytes.indexOf(newline) + 1;
  const firstLineNumber = sep === null ? 1 : 2;
  const given = delimiter ?? sep?.[1];
  const bestIn = (head: Buffer, { tried, form }: { tried: readonly string[]; form: QuoteForm }) =>
    tried
      .map((candidate) =>
        judgeDialect(head, { delimiter: candidate.charCodeAt(0), form, newline, from, firstLineNumber, header }),
      )
      .reduce((a, b) => (b.merit > a.merit ? b : a));
  const tried = given === undefined ? candidates : [given];
  const plainly = bestIn(plain, { tried, form: standardForm });
  const head = headOf(plain, {
    newline,
    trial: plainly,
    judge: (other) => bestIn(other, { tried, form: standardForm }),
  });
  const bestOf = (some: readonly string[], form: QuoteForm) => bestIn(head, { tried: some, form });
  const likely = head === plain ? plainly : bestOf(tried, standardForm);
  const standard =
    given === undefined && likely.merit === 0 ? bestOf([...candidates, ...lastResort], standardForm) : likely;
  const spaced = given === undefined && standard.width < 2 ? spacedTable(head, { newline, standard, header }) : null;
  if (spaced !== null) return { ...spaced, hasReturns: head !== plain };
  const best = chooseForm(head, { standard, bestOf: (form) => bestOf(tried, form) });
  const isSingle = best.width < 2;
  const surplus = surplusOf(best);
  return {
    delimiter: isSingle && given === undefined ? -1 : best.delimiter,
    form: best.form,
    spans: null,
    names: null,
    headerAt: best.headerAt,
    headerLine: best.headerLine,
    headerLines: null,
    surplus,
    hasReturns: head !== plain,
    notes: [
      ...(sep === null ? [] : [`Line 1 says sep=${sep[1]}.`]),
      ...passedOver(best, firstLineNumber),
      ...describeTrial(best, { isGiven: given !== undefined, surplus }),
    ],
  };
}

function passedOver({ headerLine }: Trial, firstLineNumber: number): string[] {
  if (headerLine <= firstLineNumber) return [];
  const last = headerLine - 1;
  const isOne = last === firstLineNumber;
  return [
    `${isOne ? `Line ${last} stands` : `Lines ${firstLineNumber} to ${last} stand`} before the header (title, comment or blank) and ${isOne ? 'is' : 'are'} passed over.`,
  ];
}

function describeTrial(best: Trial, { isGiven, surplus }: { isGiven: boolean; surplus: number }): string[] {
  const form = describeForm(best.form);
  const forms = form === null ? [] : [form];
  if (best.width < 2) return ['One column: no delimiter divides the lines evenly.', ...forms];
  const name = display(best.delimiter);
  if (best.sampled === 0) return [`Delimiter ${name}, ${best.width} columns.`, ...forms];
  if (surplus > 0) {
    const fields = surplus === 1 ? 'one empty field' : `${surplus} empty fields`;
    return [`Delimiter ${name}, ${best.width} columns; records have ${fields} behind those of the header.`, ...forms];
  }
  const of =
    best.agreeing === best.sampled
      ? `each of the first ${best.sampled} records has`
      : `${best.agreeing} of the first ${best.sampled} records have`;
  return [`Delimiter ${name}${isGiven ? ' (given)' : ''}, ${best.width} columns; ${of} as many.`, ...forms];
}

/** Records that end with more delimiters than the header are sound where that is the manner of the whole file. */
function surplusOf({ width, usual, surplusEmpty, sampled, agreeing }: Trial): number {
  const isUsual = usual > width && surplusEmpty >= 2 && surplusEmpty >= sampled * usualSurplus;
  return isUsual && agreeing <= sampled - surplusEmpty ? usual - width : 0;
}

function spacedTable(
  head: Buffer,
  { newline, standard, header }: { newline: number; standard: Trial; header: HeaderChoice | undefined },
): Dialect | null {
  const lines = head
    .toString('utf8', standard.headerAt)
    .split(String.fromCharCode(newline))
    .map((line) => line.replace(/[\r\n]+$/, ''))
    .filter((line) => line.trim() !== '');
  const found = findSpans(lines.slice(0, 2000), header);
  if (found === null) return null;
  const { spans, names, hasRule } = found;
  return {
    delimiter: -1,
    form: standardForm,
    spans,
    names: names ?? spans.map(() => ''),
    headerAt: standard.headerAt,
    headerLine: standard.headerLine,
    headerLines: names === null ? 0 : hasRule ? 2 : 1,
    surplus: 0,
    hasReturns: false,
    notes: [
      `Columns set with spaces: ${spans.length} of them, beginning at ${spans.map(({ from }) => from + 1).join(', ')}.`,
    ],
  };
}

/** The sample with LF for CR that stands alone, where that makes whole records of what had too many fields or faults. */
function headOf(
  plain: Buffer,
  { newline, trial, judge }: { newline: number; trial: Trial; judge: (head: Buffer) => Trial },
): Buffer {
  if (newline !== 10 || (trial.agreeing === trial.sampled && trial.faults === 0 && trial.padded === 0)) return plain;
  const made = Buffer.from(plain);
  let count = 0;
  for (let i = made.indexOf(13); i !== -1 && i + 1 < made.length; i = made.indexOf(13, i + 1)) {
    if (made[i + 1] === 10 || made[i + 1] === 13) continue;
    made[i] = 10;
    count++;
  }
  return count > 0 && judge(made).agreeing > trial.agreeing ? made : plain;
}

/** Whole lines from the beginning, so that a quote left open cannot make every trial run to the end of a huge file. */
function sampleOf(bytes: Buffer, newline: number): Buffer {
  const end = bytes.lastIndexOf(newline, sampleBytes) + 1;
  return bytes.subarray(0, end > 0 ? end : bytes.indexOf(newline) + 1);
}

function firstLine(bytes: Buffer, newline: number): string {
  return bytes.toString('latin1', 0, Math.min(bytes.indexOf(newline), 20));
}

function display(delimiter: number): string {
  if (delimiter === 9) return 'tab';
  return delimiter < 32 ? `0x${delimiter.toString(16).padStart(2, '0')}` : `"${String.fromCharCode(delimiter)}"`;
}
