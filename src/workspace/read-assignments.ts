import { AssayError } from '../errors.js';
import { readFile } from '../intake/read-file.js';
import type { Assignment } from '../model/experiment.js';
import { valueText } from '../score/explain-account.js';
import { isFormula } from './print-scores.js';

/**
 * Reads a file of assignments as `printAssignments` writes it.
 * @throws AssayError COLUMN_UNKNOWN without `account` and `arm`, FILE_UNREADABLE where a row could not be read, and as `readFile`.
 */
export async function readAssignments(path: string): Promise<Assignment[]> {
  const raw = await readFile(path, { format: 'csv' });
  const column = (name: string) => raw.columns.find((candidate) => candidate.name === name);
  const [account, arm] = [column('account'), column('arm')];
  if (account === undefined || arm === undefined)
    throw new AssayError('COLUMN_UNKNOWN', {
      detail: `${raw.source} is no file of assignments: it has the columns ${raw.columns.map(({ name }) => name).join(', ')}.`,
      hint: 'Give the file that `assay experiment assign … -o assignments.csv` wrote.',
      place: { file: path },
    });
  if (raw.quarantined.length > 0)
    throw new AssayError('FILE_UNREADABLE', {
      detail: `${raw.quarantined.length} rows of ${raw.source} cannot be read, the first because ${raw.quarantined[0].reason}.`,
      hint: 'Mend the file, or take it from a backup: who loses its arm loses its place in the experiment.',
      place: { file: path, line: raw.quarantined[0].line },
    });
  const text = (name: string, row: number) => {
    const found = column(name);
    const value = found === undefined ? null : valueText(found, row);
    return value === null || value === '' ? null : value;
  };
  const number = (name: string, row: number) => {
    const value = text(name, row);
    return value === null || !Number.isFinite(Number(value)) ? null : Number(value);
  };
  return Array.from(
    raw.lines,
    (_, row): Assignment => ({
      account: bare(text('account', row) ?? ''),
      arm: bare(text('arm', row) ?? ''),
      stratum: text('stratum', row) === null ? null : bare(text('stratum', row) ?? ''),
      place: number('place', row),
      tier: text('tier', row),
      fit: number('fit', row),
    }),
  );
}

/** Without the apostrophe that keeps spreadsheets from running it. */
function bare(text: string): string {
  return text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text;
}
