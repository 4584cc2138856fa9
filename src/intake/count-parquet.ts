import { resolve } from 'node:path';
import { openDuckdb } from '../engine/duckdb/open-duckdb.js';
import type { AnswerColumn, Database } from '../engine/port.js';
import type { Attribute } from '../model/attribute.js';
import type { Best } from '../model/profile.js';
import type { Column, RawColumn } from '../model/table.js';
import type { Condition } from '../model/trait.js';
import { applyOutcome } from './apply-outcome.js';
import { coerceColumn } from './coerce-column.js';
import { cellExpression, type Described, describeParquet, isMoment, quoted, rawColumn } from './parquet-columns.js';

/** A column of more different values is not gone through. */
const mostValues = 50_000;

/** A question about one attribute: for each row of its column 1 where the answer is yes. */
export interface AskedTrait {
  readonly attribute: Pick<Attribute, 'name' | 'type' | 'separator'>;
  readonly match: (column: Column) => Uint8Array;
  /** Where it asks for numbers between two: these, by which a column of numbers needs not be gone through value by value. */
  readonly range?: Pick<Extract<Condition, { kind: 'range' }>, 'lower' | 'upper' | 'upperIncluded'>;
}

export interface CountedFile {
  /** Rows whose outcome is known, and those of them that have it. */
  readonly accounts: number;
  readonly positives: number;
  /** The same of the rows that have each trait; null where its column has too many different values to go through. */
  readonly traits: readonly ({ readonly accounts: number; readonly positives: number } | null)[];
}

/**
 * Counts all rows of a Parquet file in the engine, where its values are read as learning and scoring read them: each
 * different value is judged once, here, and the engine counts the rows that have it.
 * @returns null where the outcome has too many different values.
 */
export async function countParquet(
  path: string,
  { best, traits }: { best: Best; traits: readonly AskedTrait[] },
): Promise<CountedFile | null> {
  const file = resolve(path);
  const database = await openDuckdb({ readable: [file] });
  try {
    const described = await describeParquet(database, { file, path });
    const valuesOf = async (name: string): Promise<Values | null> => {
      const column = described.find((one) => one.name === name);
      return column === undefined
        ? null
        : listValues(database, {
            file,
            cell: cellExpression(quoted(name), column),
            name,
            isDate: isMoment(column.type),
          });
    };
    const outcome = await valuesOf(best.outcome);
    if (outcome === null) return null;
    const labels = applyOutcome(outcome.column, best);
    const known = isAmong(outcome, (row) => labels[row] <= 1);
    const won = isAmong(outcome, (row) => labels[row] === 1);
    const listed = new Map<string, Values | null>();
    const conditions: (string | null)[] = [];
    for (const { attribute, match, range } of traits) {
      const { name, type, separator } = attribute;
      const column = described.find((one) => one.name === name);
      if (range !== undefined && column !== undefined && isNumber(column) && (type === 'number' || type === 'whole')) {
        conditions.push(isBetween(cellExpression(quoted(name), column), range));
        continue;
      }
      if (!listed.has(name)) listed.set(name, await valuesOf(name));
      const values = listed.get(name) ?? null;
      const matched = values === null ? null : match(coerceColumn(values.column, { type, separator }).column);
      conditions.push(values === null ? null : isAmong(values, (row) => matched?.[row] === 1));
    }
    const asked = conditions.filter((condition) => condition !== null);
    const items = [
      known,
      won,
      ...asked.flatMap((condition) => [`${known} AND ${condition}`, `${won} AND ${condition}`]),
    ];
    const text = `SELECT ${items.map((item) => `CAST(count_if(${item}) AS DOUBLE)`).join(', ')} FROM read_parquet($1)`;
    const [accounts, positives, ...counts] = (await database.query({ text, params: [file] })).map(numberOf);
    const next = counts.values();
    const take = () => next.next().value ?? 0;
    return {
      accounts,
      positives,
      traits: conditions.map((condition) => (condition === null ? null : { accounts: take(), positives: take() })),
    };
  } finally {
    database.close();
  }
}

/** The different values of a column, a row each; the last row is an empty cell. */
interface Values {
  readonly cell: string;
  readonly column: RawColumn;
  readonly count: number;
}

async function listValues(
  database: Database,
  { file, cell, name, isDate }: { file: string; cell: string; name: string; isDate: boolean },
): Promise<Values | null> {
  const text = `SELECT DISTINCT ${cell} AS v FROM read_parquet($1) WHERE v IS NOT NULL ORDER BY v LIMIT ${mostValues + 1}`;
  const [answer] = await database.query({ text, params: [file] });
  const count = answer.type === 'text' ? answer.codes.length : answer.values.length;
  if (count > mostValues) return null;
  return { cell, column: rawColumn(withEmpty(answer), { name, isDate }), count };
}

function withEmpty(answer: AnswerColumn): AnswerColumn {
  return answer.type === 'text'
    ? { ...answer, codes: Int32Array.of(...answer.codes, -1) }
    : { ...answer, values: Float64Array.of(...answer.values, Number.NaN) };
}

function isNumber({ type, isExact }: Described): boolean {
  const digits = /^DECIMAL\((\d+)/.exec(type)?.[1];
  if (digits !== undefined) return Number(digits) <= 15;
  return isExact && /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$|^FLOAT$|^DOUBLE$/.test(type);
}

function isBetween(cell: string, { lower, upper, upperIncluded }: NonNullable<AskedTrait['range']>): string {
  // The engine holds NaN to be the largest number.
  const parts = [`${cell} IS NOT NULL`, `NOT isnan(${cell})`];
  if (lower !== null) parts.push(`${cell} >= ${numberLiteral(lower)}`);
  if (upper !== null) parts.push(`${cell} ${upperIncluded ? '<=' : '<'} ${numberLiteral(upper)}`);
  return `(${parts.join(' AND ')})`;
}

/** A condition that holds for the values whose row passes. */
function isAmong({ cell, column, count }: Values, passes: (row: number) => boolean): string {
  const taken = Array.from({ length: count }, (_, row) => row).filter(passes);
  const literals = taken.map((row) =>
    column.type === 'text' ? textOf(column, row) : numberLiteral(column.values[row]),
  );
  const among = literals.length === 0 ? 'false' : `coalesce(${cell} IN (${literals.join(', ')}), false)`;
  return passes(count) ? `(${among} OR ${cell} IS NULL)` : among;
}

function textOf({ labels }: Extract<RawColumn, { type: 'text' }>, row: number): string {
  return `'${labels[row].replaceAll("'", "''")}'`;
}

function numberLiteral(value: number): string {
  return Number.isFinite(value) ? `${value}::DOUBLE` : `'${value}'::DOUBLE`;
}

function numberOf(column: AnswerColumn): number {
  return column.type === 'number' ? column.values[0] : 0;
}
