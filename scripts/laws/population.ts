import type { CompanySpec } from '../../src/demo/company-spec.js';
import { generateTable } from '../../src/demo/generate-table.js';
import { matchTrait } from '../../src/learn/match-trait.js';
import type { Column } from '../../src/model/table.js';
import type { Trait } from '../../src/model/trait.js';

/** Accounts enough that what is true of them is what is true: the error of a lift is a quarter of that of 1,000 accounts and less. */
const populationSize = 20_000;
/** No company has this seed. */
const populationSeed = 987_654_321;

/** Many accounts of one kind of company, with their true probabilities. */
export interface Population {
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly chances: Float64Array;
  readonly rate: number;
}

/** Draws the accounts that a company of this specification is a sample of. */
export function drawPopulation(spec: CompanySpec): Population {
  const { table, probabilities } = generateTable(spec, { seed: populationSeed, accounts: populationSize });
  return { columns: table.columns, rowCount: table.rowCount, chances: probabilities, rate: mean(probabilities) };
}

/** The true rate of the accounts with all these traits over the rate of all. NaN where there are none. */
export function trueLift({ columns, chances, rate, rowCount }: Population, traits: readonly Trait[]): number {
  const has = new Uint8Array(rowCount).fill(1);
  for (const { attribute, condition } of traits) {
    const column = columns.find(({ name }) => name === attribute);
    if (column === undefined) return Number.NaN;
    const match = matchTrait(column, condition);
    for (let row = 0; row < rowCount; row++) if (match[row] !== 1) has[row] = 0;
  }
  return mean(chances.filter((_, row) => has[row] === 1)) / rate;
}

/** Mean of what is known. */
export function mean(values: Float64Array): number {
  let [sum, count] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return sum / count;
}
