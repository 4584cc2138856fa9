import { type ColumnSource, resolveColumn } from './resolve-columns.js';

/**
 * Takes `COLUMN`, `COLUMN=VALUE` or `COLUMN>=NUMBER` apart. A column whose own name holds the sign is found first.
 * @throws AssayError COLUMN_UNKNOWN.
 */
export function splitOutcome(typed: string, source: ColumnSource): { column: string; value?: string } {
  if (source.names.includes(typed)) return { column: typed };
  for (let at = typed.length - 1; at > 0; at--) {
    if (typed[at] !== '=') continue;
    const isAtLeast = typed[at - 1] === '>';
    const name = typed.slice(0, isAtLeast ? at - 1 : at);
    if (source.names.some((other) => other.trim().toLowerCase() === name.trim().toLowerCase())) {
      return { column: resolveColumn(name, source), value: `${isAtLeast ? '>=' : ''}${typed.slice(at + 1)}` };
    }
  }
  return { column: resolveColumn(typed.split(/>?=/)[0], source) };
}
