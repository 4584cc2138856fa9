import { StringIndex } from '../string-index.js';
import type { NameList } from './name-list.js';

/** One thing that rows say: `codes[row]` is the number of its value, -1 where the row does not say it. */
export interface Said {
  readonly codes: Int32Array;
  readonly index: Pick<StringIndex, 'names' | 'of'>;
}

/** What the rows of all tables say, made comparable, column by column; rows are numbered through the tables. */
export interface AccountColumns {
  readonly rowCount: number;
  /** System and id, as {@link idKey} joins them. */
  readonly id: Said;
  /** Company domains of web site and e-mail; where there are two, the second stands in `otherDomain`. */
  readonly domain: Said;
  readonly otherDomain: Said;
  readonly email: Said;
  readonly phone: Said;
  readonly street: Said;
  readonly postcode: Said;
  readonly city: Said;
  readonly country: Said;
  readonly birthYear: Said;
  readonly form: Said;
  /** Numbers of names; their legal form is said by the row. */
  readonly name: Pick<Said, 'codes'>;
  readonly names: NameList;
  /** How many fields are filled. */
  readonly fullness: Int32Array;
  readonly systemOf: (row: number) => string;
  readonly nameTextOf: (row: number) => string | null;
}

export function idKey(system: string, id: string): string {
  return `${system}\u0001${id}`;
}

/** The text of what a row says, or null. */
export function textOf({ codes, index }: Said, row: number): string | null {
  return codes[row] < 0 ? null : index.names[codes[row]];
}

export function emptySaid(rowCount: number, index = new StringIndex()): Said & { readonly index: StringIndex } {
  return { codes: new Int32Array(rowCount).fill(-1), index };
}
