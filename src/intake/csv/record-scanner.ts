const quote = 34;
const carriageReturn = 13;

/** How a field stood in the file. `escaped`: with doubled quotes or other escapes inside. */
export const fieldForms = { plain: 0, quoted: 1, escaped: 2 } as const;

/**
 * Splits one record at a time into fields, on bytes. The text must end with its newline byte. After {@link scan} the
 * public fields describe the record; where `fault` is set, it ends with the physical line on which the bad field opened.
 */
export class RecordScanner {
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  forms = new Uint8Array(64);
  fieldCount = 0;
  /** Offset behind the record and its newline. */
  next = 0;
  /** Physical lines that the record takes. */
  lines = 0;
  /** Why the record cannot be read, or null. `border`: a value stands across two columns of a table set with spaces. */
  fault: 'unclosed' | 'garbage' | 'border' | null = null;
  /** Physical lines before the one on which the bad field opened. */
  faultLine = 0;

  constructor(
    protected readonly bytes: Uint8Array,
    readonly delimiter: number,
    readonly newline: number,
  ) {}

  scan(from: number): void {
    const { bytes, delimiter, newline } = this;
    let { starts, ends, forms } = this;
    let at = from;
    let count = 0;
    this.fault = null;
    this.lines = 1;
    for (;;) {
      if (count === starts.length) {
        this.grow();
        ({ starts, ends, forms } = this);
      }
      if (bytes[at] === quote) {
        const after = this.scanQuoted(at, count);
        if (after < 0) return;
        at = after;
      } else {
        const start = at;
        let byte = bytes[at];
        while (byte !== delimiter && byte !== newline) byte = bytes[++at];
        starts[count] = start;
        ends[count] = at;
        forms[count] = fieldForms.plain;
      }
      count++;
      if (bytes[at++] === newline) break;
    }
    this.fieldCount = count;
    this.next = at;
    if (newline !== carriageReturn && this.forms[count - 1] === fieldForms.plain) this.trimReturns(count - 1);
  }

  /** Reads the quoted field that opens at `open`; returns the offset of the delimiter or newline behind it, or -1. */
  private scanQuoted(open: number, field: number): number {
    const { bytes, newline } = this;
    const end = bytes.length;
    const linesBefore = this.lines;
    let form: number = fieldForms.quoted;
    let at = open + 1;
    for (;;) {
      while (at < end && bytes[at] !== quote) if (bytes[at++] === newline) this.lines++;
      if (at >= end) return this.fail('unclosed', { open, linesBefore });
      if (bytes[at + 1] !== quote) break;
      form = fieldForms.escaped;
      at += 2;
    }
    this.starts[field] = open + 1;
    this.ends[field] = at;
    this.forms[field] = form;
    let after = at + 1;
    if (newline !== carriageReturn) while (bytes[after] === carriageReturn) after++;
    const closes = bytes[after] === newline || (after === at + 1 && bytes[after] === this.delimiter);
    if (closes) return after;
    // A field that runs over a line end into garbage is a quote that was never closed where it should have been.
    return this.fail(this.lines > linesBefore ? 'unclosed' : 'garbage', { open, linesBefore });
  }

  protected fail(fault: 'unclosed' | 'garbage', { open, linesBefore }: { open: number; linesBefore: number }): -1 {
    this.fault = fault;
    this.faultLine = linesBefore - 1;
    this.lines = linesBefore;
    this.next = this.bytes.indexOf(this.newline, open) + 1;
    return -1;
  }

  /** CRLF, and the CR CR LF that some tools make of it. */
  protected trimReturns(field: number): void {
    let end = this.ends[field];
    while (end > this.starts[field] && this.bytes[end - 1] === carriageReturn) end--;
    this.ends[field] = end;
  }

  protected grow(): void {
    const size = this.starts.length * 2;
    const [starts, ends, forms] = [new Int32Array(size), new Int32Array(size), new Uint8Array(size)];
    starts.set(this.starts);
    ends.set(this.ends);
    forms.set(this.forms);
    [this.starts, this.ends, this.forms] = [starts, ends, forms];
  }
}
