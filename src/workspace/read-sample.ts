import { countNumbers } from '../intake/typing/count-numbers.js';
import type { RawColumn } from '../model/table.js';
import { type AccountsInput, type AccountsSource, type InputRequest, readInput } from './accounts-input.js';
import { typeInput } from './type-input.js';

/** Of more accounts than these about half as many are learnt from. */
const mostLearnt = 2_000_000;

/**
 * Reads accounts to learn from: all, but of very many a sample, drawn by a hash of the place of each. Where the sample has
 * repeats of an id it is drawn anew by the id: all rows of an account are then in it or none, as repeats must be known.
 * @param id the column that names an account; found out where absent.
 */
export async function readSample(
  source: AccountsSource,
  request: InputRequest & { id?: string },
): Promise<AccountsInput> {
  // What is computed has a place for each row of the whole file.
  const reader = request.value === undefined ? { mostRows: mostLearnt, ...request.reader } : { ...request.reader };
  const input = await readInput(source, { ...request, reader });
  const { raw } = input;
  if (raw.sampled === undefined) return input;
  const id = request.id ?? typeInput(input).findings.find(({ key }) => key === 'id')?.name;
  const column = raw.columns.find(({ name }) => name === id);
  if (column === undefined || !hasRepeats(column)) return input;
  return readInput(source, { ...request, reader: { ...reader, sampleBy: column.name } });
}

function hasRepeats(column: RawColumn): boolean {
  if (column.type !== 'text') {
    const { missing, distinct } = countNumbers(column.values);
    return distinct < column.values.length - missing;
  }
  const seen = new Uint8Array(column.labels.length);
  for (const code of column.codes) {
    if (code < 0) continue;
    if (seen[code] === 1) return true;
    seen[code] = 1;
  }
  return false;
}
