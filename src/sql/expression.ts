/**
 * SQL as values: what a statement means, without how an engine writes it. Emitters are total over these kinds, so that a
 * new one asks every dialect for an answer.
 */
export type Sql =
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  /** A double or a text, whatever the column is. */
  | { readonly kind: 'cast'; readonly to: 'number' | 'text' | 'whole'; readonly of: Sql }
  | { readonly kind: 'when'; readonly cases: readonly (readonly [Sql, Sql])[]; readonly otherwise: Sql }
  | { readonly kind: 'less'; readonly left: Sql; readonly right: Sql }
  | { readonly kind: 'at least'; readonly left: Sql; readonly right: Sql }
  | { readonly kind: 'is null'; readonly of: Sql }
  /** Null or not a number. */
  | { readonly kind: 'is no number'; readonly of: Sql }
  /** Whether a list has a text in it. */
  | { readonly kind: 'includes'; readonly list: Sql; readonly member: string }
  /** The number beside a text in a table of constants, or `otherwise`. */
  | {
      readonly kind: 'look up';
      readonly key: Sql;
      readonly entries: readonly (readonly [string, number])[];
      readonly otherwise: number;
    }
  /** The number at a place, counted from 0, in a list of constants. */
  | { readonly kind: 'pick'; readonly index: Sql; readonly values: readonly number[] }
  | { readonly kind: 'sum'; readonly of: readonly Sql[] }
  | { readonly kind: 'multiply'; readonly left: Sql; readonly right: Sql }
  /** Rounded half away from zero to whole numbers. */
  | { readonly kind: 'round'; readonly of: Sql }
  | { readonly kind: 'divide'; readonly left: Sql; readonly right: Sql }
  /** 1 / (1 + e^-x). */
  | { readonly kind: 'logistic'; readonly of: Sql }
  /** e^x. */
  | { readonly kind: 'exponential'; readonly of: Sql };

export type Relation =
  | { readonly kind: 'table'; readonly path: readonly string[] }
  | { readonly kind: 'parquet'; readonly file: string }
  | { readonly kind: 'select'; readonly select: Select };

export interface Select {
  readonly columns: readonly { readonly name: string; readonly value: Sql }[];
  readonly from: Relation;
}

/** A statement as text, and what its parameters stand for. */
export interface SqlText {
  readonly text: string;
  readonly params: readonly (string | number)[];
}

export const column = (name: string): Sql => ({ kind: 'column', name });
export const number = (value: number): Sql => ({ kind: 'number', value });
