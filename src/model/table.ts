import type { SetSeparator } from './attribute.js';

/**
 * Columnar tables. A `RawTable` is what a reader returns (text, nothing interpreted, except where the file itself is
 * typed); a `Table` is what typing makes of it. All columns of one table have `rowCount` rows in input order.
 */

/** Text, each distinct value stored once. `codes[row]` indexes `labels`; -1 is an empty cell. */
export interface TextColumn {
  readonly type: 'text';
  readonly name: string;
  readonly codes: Int32Array;
  readonly labels: readonly string[];
  /** The same labels as bytes, where a reader has them so: who writes them on needs no strings. */
  readonly utf8?: LabelBytes;
}

/** Valid UTF-8 text: label i is bytes `starts[i]` up to but not including `ends[i]`. */
export interface LabelBytes {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Numbers; NaN is missing. `whole` says that every present value is a whole number. */
export interface NumberColumn {
  readonly type: 'number';
  readonly name: string;
  readonly values: Float64Array;
  readonly whole: boolean;
  /** The values are lower bounds of ranges (`51-200`): between two of them, the upper one is where the next begins. */
  readonly isBanded?: true;
}

/** Categories; `codes[row]` indexes `labels`; -1 is missing. Labels are distinct, in order of first appearance. */
export interface CategoryColumn {
  readonly type: 'category';
  readonly name: string;
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

/** Several values a cell (`Slack;Jira`). Members of row r: `codes[offsets[r]] … codes[offsets[r + 1] - 1]`. */
export interface SetColumn {
  readonly type: 'set';
  readonly name: string;
  readonly offsets: Int32Array;
  readonly codes: Int32Array;
  readonly labels: readonly string[];
  /** What stood between the members in the cells of a file. */
  readonly separator?: SetSeparator;
  /** 1 where the cell was empty: not known, which is not the same as the empty set. */
  readonly missing: Uint8Array;
}

/** Points in time, as milliseconds since 1970 UTC; NaN is missing. */
export interface DateColumn {
  readonly type: 'date';
  readonly name: string;
  readonly values: Float64Array;
}

export type RawColumn = TextColumn | NumberColumn | DateColumn;
export type Column = TextColumn | NumberColumn | CategoryColumn | SetColumn | DateColumn;

/** A record that was not accepted. Nothing is dropped without one of these. */
export interface QuarantinedRecord {
  /** Physical line (text files, from 1) or row (XLSX, Parquet, from 1) where the record starts. */
  readonly line: number;
  readonly reason: string;
  /** The record as it stands in the file, cut at 1,000,000 characters; the reason says so where it was cut. */
  readonly raw: string;
  /** How many accepted records stand before it: where it belongs in the input order. */
  readonly before: number;
}

/** What a reader returns. `rowCount + quarantined.length` is the number of records in the file, but of a sample. */
export interface RawTable {
  /** Display name of the file, without its folder. */
  readonly source: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly snapshot: string;
  readonly format: 'csv' | 'tsv' | 'jsonl' | 'parquet' | 'xlsx';
  /** Of delimited text: what divides the fields; empty where there is one column. */
  readonly delimiter?: string;
  readonly columns: readonly RawColumn[];
  readonly rowCount: number;
  /** Where the file has more records than are here: how many, and the column by whose values they were drawn (null: by their place). */
  readonly sampled?: { readonly of: number; readonly by: string | null };
  /** Line or row at which each accepted record starts. */
  readonly lines: Int32Array;
  readonly quarantined: readonly QuarantinedRecord[];
  /** What the reader decided and the user may want to know (delimiter, encoding, …), as sentences. */
  readonly notes: readonly string[];
}

/** A typed table: what learning and scoring work on. */
export interface Table {
  readonly source: string;
  readonly snapshot: string;
  readonly rowCount: number;
  readonly lines: Int32Array;
  readonly columns: readonly Column[];
}
