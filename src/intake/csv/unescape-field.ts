import type { QuoteForm } from './quote-form.js';

const [lineFeed, carriageReturn, backslash] = [10, 13, 92] as const;

/** What a letter behind a backslash stands for in the text format of PostgreSQL's COPY and of MySQL. */
const letters: Readonly<Record<string, number>> = { 0: 0, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

/**
 * Resolves escapes in place, in the bytes of one field; returns the field's new end. A backslash before anything that
 * needs no escaping stays, and so does `\N`, which stands for a missing value.
 */
export function unescapeField(
  bytes: Uint8Array,
  { start, end, form, delimiter }: { start: number; end: number; form: QuoteForm; delimiter: number },
): number {
  const { quote, escaping } = form;
  const isQuoted = quote >= 0 && bytes[start - 1] === quote;
  if (escaping === 'text' && end - start === 2 && bytes[start + 1] === 78) return end;
  let to = start;
  for (let from = start; from < end; from++) {
    const byte = bytes[from];
    const next = from + 1 < end ? bytes[from + 1] : -1;
    if (byte === backslash && escaping !== 'doubled' && next >= 0) {
      const letter = escaping === 'text' ? letters[String.fromCharCode(next)] : undefined;
      const isNeeded = [quote, delimiter, backslash, lineFeed, carriageReturn].includes(next);
      if (letter === undefined && !isNeeded && escaping !== 'text') bytes[to++] = byte;
      else {
        bytes[to++] = letter ?? next;
        from++;
      }
    } else {
      bytes[to++] = byte;
      if (isQuoted && byte === quote && next === quote) from++;
    }
  }
  return to;
}
