import { fieldForms, RecordScanner } from './record-scanner.js';

const [carriageReturn, space] = [13, 32] as const;

/** Where a column of a table set with spaces stands: characters `from` up to but not including `to` of each line. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
}

interface Gap {
  readonly from: number;
  readonly end: number;
  readonly position: number;
  readonly gap: number;
  readonly gapEnd: number;
}

/**
 * Splits lines of tables whose columns are set with spaces. A value may be wider than its column was in the lines that
 * the columns were found by, but there must be a space between it and its neighbour; else the fault is `border`.
 */
export class FixedScanner extends RecordScanner {
  private reached = 0;

  constructor(
    bytes: Uint8Array,
    private readonly table: { readonly newline: number; readonly spans: readonly TextSpan[] },
  ) {
    super(bytes, -1, table.newline);
    while (this.starts.length < table.spans.length) this.grow();
  }

  override scan(from: number): void {
    const { bytes, newline } = this;
    const { spans } = this.table;
    let end = from;
    while (bytes[end] !== newline) end++;
    this.fault = null;
    this.lines = 1;
    this.faultLine = 0;
    this.next = end + 1;
    this.fieldCount = spans.length;
    while (end > from && bytes[end - 1] === carriageReturn) end--;
    let [start, at, position] = [from, from, 0];
    for (let column = 0; column < spans.length; column++) {
      let cut = end;
      if (column + 1 < spans.length) {
        cut = this.findCut({ from: at, end, position, gap: spans[column].to, gapEnd: spans[column + 1].from });
        if (cut < 0) {
          this.fault = 'border';
          return;
        }
        [at, position] = [this.reached, spans[column + 1].from];
      }
      this.put(column, { start, end: cut });
      start = cut;
    }
  }

  /**
   * Offset of the last space between two columns, or -1 where there is none or something stands between two such
   * spaces, of which nobody knows which column it belongs to. Characters of several bytes are one position.
   */
  private findCut({ from, end, position, gap, gapEnd }: Gap): number {
    const { bytes } = this;
    let [at, cut, isBehind, isParted] = [from, -1, false, false];
    for (; at < end && position < gapEnd; at++) {
      if (position >= gap && bytes[at] === space) {
        isParted ||= isBehind;
        cut = at;
      } else if (cut >= 0) isBehind = true;
      if ((bytes[at + 1] & 0xc0) !== 0x80) position++;
    }
    this.reached = at;
    if (at >= end && position < gapEnd) return end;
    return isParted ? -1 : cut;
  }

  private put(column: number, { start, end }: { start: number; end: number }): void {
    const { bytes } = this;
    while (start < end && bytes[start] === space) start++;
    while (end > start && bytes[end - 1] === space) end--;
    this.starts[column] = start;
    this.ends[column] = end;
    this.forms[column] = fieldForms.plain;
  }
}
