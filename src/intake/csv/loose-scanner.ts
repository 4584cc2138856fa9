import type { QuoteForm } from './quote-form.js';
import { fieldForms, RecordScanner } from './record-scanner.js';

const [tab, carriageReturn, space, backslash] = [9, 13, 32, 92] as const;

/**
 * Splits records of files that do not follow RFC 4180: single quotes, backslash escapes, spaces before quotes. Slower
 * than {@link RecordScanner}, which reads the others. Fields of the form `escaped` are for {@link unescapeField}.
 */
export class LooseScanner extends RecordScanner {
  constructor(
    bytes: Uint8Array,
    private readonly dialect: { readonly delimiter: number; readonly newline: number; readonly form: QuoteForm },
  ) {
    super(bytes, dialect.delimiter, dialect.newline);
  }

  override scan(from: number): void {
    const { bytes, delimiter, newline } = this;
    const { quote, isPadded } = this.dialect.form;
    this.fault = null;
    this.lines = 1;
    let at = from;
    let count = 0;
    for (;;) {
      if (count === this.starts.length) this.grow();
      let first = at;
      if (isPadded) while (this.isPadding(bytes[first])) first++;
      if (bytes[first] === quote) {
        at = this.scanEnclosed(first, count);
        if (at < 0) return;
      } else at = this.scanPlain(at, count);
      count++;
      if (bytes[at] !== delimiter && bytes[at] !== newline) throw new RangeError('a field without an end');
      if (bytes[at++] === newline) break;
    }
    this.fieldCount = count;
    this.next = at;
    if (newline !== carriageReturn && bytes[this.starts[count - 1] - 1] !== quote) this.trimReturns(count - 1);
  }

  private scanPlain(start: number, field: number): number {
    const { bytes, delimiter, newline } = this;
    const escapes = this.dialect.form.escaping !== 'doubled';
    let form: number = fieldForms.plain;
    let at = start;
    while (bytes[at] !== delimiter && bytes[at] !== newline) {
      if (escapes && bytes[at] === backslash) {
        form = fieldForms.escaped;
        at = this.skipEscape(at);
      } else at++;
    }
    this.starts[field] = start;
    this.ends[field] = at;
    this.forms[field] = form;
    return at;
  }

  /** Offset of the delimiter or newline behind the quoted field that opens at `open`, or -1. */
  private scanEnclosed(open: number, field: number): number {
    const { bytes, newline } = this;
    const { quote, escaping, isPadded } = this.dialect.form;
    const linesBefore = this.lines;
    let form: number = fieldForms.quoted;
    let at = open + 1;
    for (;;) {
      if (at >= bytes.length) return this.fail('unclosed', { open, linesBefore });
      const byte = bytes[at];
      if (byte === backslash && escaping === 'backslash') {
        form = fieldForms.escaped;
        at = this.skipEscape(at);
      } else if (byte !== quote) {
        if (byte === newline) this.lines++;
        at++;
      } else if (bytes[at + 1] === quote) {
        form = fieldForms.escaped;
        at += 2;
      } else break;
    }
    this.starts[field] = open + 1;
    this.ends[field] = at;
    this.forms[field] = form;
    let after = at + 1;
    if (isPadded) while (this.isPadding(bytes[after])) after++;
    if (bytes[after] === this.delimiter) return after;
    if (newline !== carriageReturn) while (bytes[after] === carriageReturn) after++;
    if (bytes[after] === newline) return after;
    return this.fail(this.lines > linesBefore ? 'unclosed' : 'garbage', { open, linesBefore });
  }

  /** Offset behind the backslash at `at` and what it escapes; the line end that ends the text is never escaped. */
  private skipEscape(at: number): number {
    const { bytes, newline } = this;
    const escaped = bytes[at + 1] === carriageReturn && bytes[at + 2] === newline ? at + 2 : at + 1;
    if (escaped >= bytes.length - 1) return at + 1;
    if (bytes[escaped] === newline) this.lines++;
    return escaped + 1;
  }

  private isPadding(byte: number): boolean {
    return byte === space || (byte === tab && this.delimiter !== tab);
  }
}
