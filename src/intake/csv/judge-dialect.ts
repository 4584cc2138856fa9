import type { HeaderChoice } from './header-choice.js';
import { LooseScanner } from './loose-scanner.js';
import { type QuoteForm, standardForm } from './quote-form.js';
import { fieldForms, RecordScanner } from './record-scanner.js';

/** A delimiter for which the first line is a title must be much better: the true header of `1,5;2,5` has no comma. */
const titlePenalty = 0.4;
/** Empty fields behind those of the header are the manner of a file only where nothing reads better. */
const surplusPenalty = 0.9;
const sampleRecords = 2000;
const [hash, backslash] = [35, 92] as const;

/** Where reading begins, and by what. */
export interface TrialOptions {
  readonly delimiter: number;
  readonly form: QuoteForm;
  readonly newline: number;
  readonly from: number;
  readonly firstLineNumber: number;
  readonly header?: HeaderChoice | undefined;
}

/** How well the first records of a text can be read in one way. */
export interface Trial {
  readonly delimiter: number;
  readonly form: QuoteForm;
  readonly headerAt: number;
  readonly headerLine: number;
  readonly width: number;
  readonly sampled: number;
  /** Records as wide as the header. */
  readonly agreeing: number;
  /** Share of agreeing records, weighed by the logarithm of the number of columns. */
  readonly merit: number;
  /** Records whose quotes cannot be read. */
  readonly faults: number;
  /** Of the others: those with a quoted field, with a doubled quote in one, with a backslash (before a quote), with a space before a quote. */
  readonly quoted: number;
  readonly doubled: number;
  readonly escaped: number;
  readonly padded: number;
  /** The number of fields of most records, and in how many of those the fields behind the header's are empty. */
  readonly usual: number;
  readonly surplusEmpty: number;
}

/** Reads the first records (up to 2,000) with the scanner that will read all. */
export function judgeDialect(bytes: Buffer, options: TrialOptions): Trial {
  const { delimiter, form, from, firstLineNumber, header: asked } = options;
  const { records, faults } = sample(bytes, options);
  const usual = mostFrequent(records.map((record) => record.count));
  const isTitle = ({ count, filled, isComment }: Sampled) =>
    filled === 0 ||
    (asked === undefined &&
      ((isComment && count !== usual) || (usual > 1 && filled <= Math.max(1, Math.floor(usual / 3))))) ||
    (asked === 'none' && count !== usual);
  const found = Math.max(
    0,
    records.slice(0, 30).findIndex((record) => !isTitle(record)),
  );
  const header = records[found] ?? { at: from, line: firstLineNumber, count: 0 };
  const passesOver = records.slice(0, found).some(({ filled, isComment }) => filled > 0 && !isComment);
  const rest = records.slice(found + 1).filter(({ count, filled }) => count > 1 || filled > 0);
  const agreeing = rest.filter(({ count }) => count === header.count).length;
  const sum = (of: (record: Sampled) => boolean) => rest.filter(of).length;
  const surplusEmpty = sum(
    ({ count, lastFilled }) => count === usual && usual > header.count && lastFilled < header.count,
  );
  const share = rest.length === 0 ? 1 : Math.max(agreeing, surplusEmpty * surplusPenalty) / rest.length;
  return {
    delimiter,
    form,
    headerAt: header.at,
    headerLine: header.line,
    width: header.count,
    sampled: rest.length,
    agreeing,
    merit: header.count === 0 ? 0 : share * Math.log(header.count) * (passesOver ? titlePenalty : 1),
    faults,
    quoted: sum(({ isQuoted }) => isQuoted),
    doubled: sum(({ isDoubled }) => isDoubled),
    escaped: sum(({ isEscaped }) => isEscaped),
    padded: sum(({ isPadded }) => isPadded),
    usual,
    surplusEmpty,
  };
}

interface Sampled {
  readonly at: number;
  readonly line: number;
  readonly count: number;
  readonly filled: number;
  readonly lastFilled: number;
  readonly isComment: boolean;
  readonly isQuoted: boolean;
  readonly isDoubled: boolean;
  readonly isEscaped: boolean;
  readonly isPadded: boolean;
}

function sample(
  bytes: Buffer,
  { delimiter, form, newline, from, firstLineNumber }: TrialOptions,
): { records: Sampled[]; faults: number } {
  const scanner =
    form === standardForm
      ? new RecordScanner(bytes, delimiter, newline)
      : new LooseScanner(bytes, { delimiter, newline, form });
  const records: Sampled[] = [];
  let faults = 0;
  for (let at = from, line = firstLineNumber; at < bytes.length && records.length < sampleRecords; ) {
    scanner.scan(at);
    if (scanner.fault === null) records.push({ at, line, ...describe(bytes, { scanner, at, quote: form.quote }) });
    else faults++;
    at = scanner.next;
    line += scanner.lines;
  }
  return { records, faults };
}

function describe(
  bytes: Buffer,
  { scanner, at, quote }: { scanner: RecordScanner; at: number; quote: number },
): Omit<Sampled, 'at' | 'line'> {
  const { starts, ends, forms, fieldCount } = scanner;
  let [filled, lastFilled, isQuoted, isDoubled, isEscaped, isPadded] = [0, -1, false, false, false, false];
  for (let i = 0; i < fieldCount; i++) {
    const encloses = quote >= 0 && bytes[starts[i] - 1] === quote && starts[i] > at;
    if (ends[i] > starts[i] || encloses) {
      filled++;
      lastFilled = i;
    }
    if (encloses) {
      isQuoted = true;
      const opens = starts[i] - 2;
      if (opens >= at && (bytes[opens] === 32 || bytes[opens] === 9) && bytes[opens] !== scanner.delimiter)
        isPadded = true;
    }
    if (forms[i] !== fieldForms.escaped) continue;
    const field = bytes.subarray(starts[i], ends[i]);
    if (field.includes(quote < 0 ? Buffer.from([backslash]) : Buffer.from([backslash, quote]))) isEscaped = true;
    if (encloses && field.includes(Buffer.from([quote, quote]))) isDoubled = true;
  }
  return {
    count: fieldCount,
    filled,
    lastFilled,
    isComment: bytes[at] === hash,
    isQuoted,
    isDoubled,
    isEscaped,
    isPadded,
  };
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
