import { AssayError } from '../errors.js';
import { nearestWord } from '../model/nearest-word.js';

/**
 * Finds a column by its name as the user typed it: exactly, else with case and outer space folded.
 * @throws AssayError COLUMN_UNKNOWN, naming the nearest column.
 */
export function resolveColumn(typed: string, { names, file, option }: ColumnSource): string {
  if (names.includes(typed)) return typed;
  const folded = names.filter((name) => fold(name) === fold(typed));
  if (folded.length === 1) return folded[0];
  const nearest = nearestWord(typed.trim(), names);
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
