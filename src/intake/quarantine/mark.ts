/**
 * Lines of a quarantine file that are not records begin with a mark, `#>`; where a record itself holds a line that
 * begins so, with a longer one. The first line of the file shows it, and readers pass over all lines that have it.
 */
export interface QuarantineMark {
  readonly mark: string;
  /** Offset behind the marked lines at the beginning, and how many they are. */
  readonly end: number;
  readonly lines: number;
  /** What divides the fields of the records; undefined where the file does not say. */
  readonly delimiter: string | undefined;
}

/** Looks for the mark on the first line of a text; null where it is no quarantine file. */
export function findMark(bytes: Buffer, newline = 10): QuarantineMark | null {
  // A spreadsheet program that saves the file may put the line in quotes.
  const first = bytes.toString('latin1', 0, Math.min(500, lineEnd(bytes, { at: 0, newline })));
  const found = /^"?(#>+) \d+ records? /.exec(first);
  if (found === null) return null;
  const mark = found[1];
  let end = 0;
  let lines = 0;
  while (end < bytes.length && isMarked(bytes, { at: end, mark })) {
    end = lineEnd(bytes, { at: end, newline }) + 1;
    lines++;
  }
  const name = / fields apart by (\w+)/.exec(first)?.[1] ?? '';
  return { mark, end, lines, delimiter: delimiterOf(name) };
}

/** Whether the line that begins at `at` has the mark and no more of it. */
export function isMarked(bytes: Buffer, { at, mark }: { at: number; mark: string }): boolean {
  const from = bytes[at] === 34 ? at + 1 : at;
  for (let i = 0; i < mark.length; i++) if (bytes[from + i] !== mark.charCodeAt(i)) return false;
  return bytes[from + mark.length] === 32;
}

const names: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
  '^': 'caret',
  '~': 'tilde',
  ':': 'colon',
};

/** A delimiter as a word that no program changes. */
export function delimiterName(delimiter: string): string {
  return names[delimiter] ?? `0x${delimiter.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

function delimiterOf(name: string): string | undefined {
  const code = /^0x([0-9a-f]{2})$/.exec(name)?.[1];
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  return Object.keys(names).find((delimiter) => names[delimiter] === name);
}

function lineEnd(bytes: Buffer, { at, newline }: { at: number; newline: number }): number {
  const found = bytes.indexOf(newline, at);
  return found === -1 ? bytes.length : found;
}
