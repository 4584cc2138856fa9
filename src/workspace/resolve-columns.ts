import { AssayError } from '../errors.js';

/**
 * Finds a column by its name as the user typed it: exactly, else with case and outer space folded.
 * @throws AssayError COLUMN_UNKNOWN, naming the nearest column.
 */
export function resolveColumn(typed: string, { names, file, option }: ColumnSource): string {
  if (names.includes(typed)) return typed;
  const folded = names.filter((name) => fold(name) === fold(typed));
  if (folded.length === 1) return folded[0];
  const nearest = nearestName(typed, names);
  throw new AssayError('COLUMN_UNKNOWN', {
    detail: `${option} ${typed}: ${file} has no such column.`,
    hint: `${nearest === undefined ? '' : `Did you mean ${JSON.stringify(nearest)}? `}The columns are: ${names.join(', ')}.`,
    place: { file },
  });
}

/** Columns of a repeatable option whose values may be lists: a value that is itself a column name is never split. */
export function resolveColumns(typed: readonly string[], source: ColumnSource): string[] {
  return typed.flatMap((value) => {
    if (source.names.some((name) => fold(name) === fold(value))) return [resolveColumn(value, source)];
    const parts = value.split(',').map((part) => part.trim());
    return parts.filter((part) => part !== '').map((part) => resolveColumn(part, source));
  });
}

export interface ColumnSource {
  readonly names: readonly string[];
  readonly file: string;
  /** The option that the name was given to, for the message. */
  readonly option: string;
}

function fold(name: string): string {
  return name.trim().toLowerCase();
}

/** The name with the smallest edit distance, if it is near enough to be a typing mistake. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, distance: editDistance(fold(typed), fold(name)) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.max(2, typed.length / 3) ? best.name : undefined;
}

/** Levenshtein distance by one row of the dynamic programme. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}
