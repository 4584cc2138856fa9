import { assignTypes } from '../intake/assign-types.js';
import type { RawTable } from '../model/table.js';

/**
 * The column that names the accounts of a file: the known one if the file has it, else the one that looks like it.
 * @param from `others`: columns that have another part to play, which are not looked at.
 * @returns undefined where accounts can only be named by their line.
 */
export function findId(
  raw: RawTable,
  { known, others }: { readonly known: string | undefined; readonly others: readonly string[] },
): string | undefined {
  if (known !== undefined && raw.columns.some(({ name }) => name === known)) return known;
  const taken = new Set(others);
  const columns = raw.columns.filter(({ name }) => !taken.has(name));
  return assignTypes({ ...raw, columns }).findings.find(({ key }) => key === 'id')?.name;
}
