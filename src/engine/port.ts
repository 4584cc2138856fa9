/** A statement as a value: text with `$1 … $n` and what they stand for. Names never enter the text unquoted. */
export interface Query {
  readonly text: string;
  readonly params: readonly (string | number)[];
}

/** One column of an answer. Numbers are doubles, NaN where the cell is NULL; everything else is text. */
export type AnswerColumn =
  | { readonly type: 'number'; readonly name: string; readonly values: Float64Array }
  | { readonly type: 'text'; readonly name: string; readonly codes: Int32Array; readonly labels: readonly string[] };

/**
 * What the rest of Assay knows of a database engine. Answers come as columns: row objects are slow, and a column
 * called `__proto__` would vanish from them.
 */
export interface Database {
  /** @throws AssayError ENGINE_FAILED. A statement must cast what it selects to DOUBLE, VARCHAR or an enumeration. */
  query(query: Query): Promise<readonly AnswerColumn[]>;
  close(): void;
}
