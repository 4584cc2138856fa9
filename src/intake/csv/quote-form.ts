/** How a file keeps delimiters and quotes inside its fields. */
export interface QuoteForm {
  /** The byte that opens and closes a field; -1 where fields are never quoted. */
  readonly quote: 34 | 39 | -1;
  /**
   * `doubled`: only by a quote twice (RFC 4180). `backslash`: also by a backslash before quote, delimiter, line end or
   * backslash. `text`: no quotes, and all control characters by a backslash and a letter (PostgreSQL COPY, MySQL).
   */
  readonly escaping: 'doubled' | 'backslash' | 'text';
  /** Spaces may stand between a delimiter and a quote. */
  readonly isPadded: boolean;
}

/** RFC 4180. */
export const standardForm: QuoteForm = { quote: 34, escaping: 'doubled', isPadded: false };

/** How it departs from the standard, as a sentence, or null. */
export function describeForm({ quote, escaping, isPadded }: QuoteForm): string | null {
  if (escaping === 'text') return 'Fields are not quoted; a backslash escapes tabs, line ends and backslashes.';
  const parts = [
    ...(quote === 39 ? ['fields are in single quotes'] : []),
    ...(escaping === 'backslash' ? ['a backslash escapes quotes inside fields'] : []),
    ...(isPadded ? ['spaces between a delimiter and a quote are passed over'] : []),
  ];
  if (parts.length === 0) return null;
  const text = parts.join('; ');
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}
