import { AssayError } from '../errors.js';
import { hashText } from '../stats/hash.js';
import { createRandom, type Random } from '../stats/random.js';
import type { ColumnsByName } from './trait-mask.js';

/** What drawing one column needs. */
export interface Draw {
  readonly name: string;
  readonly rowCount: number;
  /** The columns drawn so far. */
  readonly columns: ColumnsByName;
  /** A stream of the column's own, so that adding a column changes no other. */
  readonly random: Random;
  /** The error for a distribution that cannot be drawn. */
  refuse(problem: string): AssayError;
}

/** @param name the column; it selects the stream together with `seed`. */
export function createDraw(
  name: string,
  { seed, rowCount, columns }: { seed: number; rowCount: number; columns: ColumnsByName },
): Draw {
  return {
    name,
    rowCount,
    columns,
    random: createRandom(hashText(name, seed)),
    refuse: (problem) =>
      new AssayError('USAGE', {
        detail: `"${name}" cannot be drawn: ${problem}.`,
        hint: 'Correct the specification of the company.',
      }),
  };
}
