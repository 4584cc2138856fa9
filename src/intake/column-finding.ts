import type { AttributeKind } from '../model/attribute.js';

export const findingTypes = [
  'number',
  'category',
  'set',
  'date',
  'identifier',
  'free text',
  'constant',
  'empty',
] as const;
export type FindingType = (typeof findingTypes)[number];

/** What a column was found to be. */
export interface ColumnFinding {
  readonly name: string;
  readonly type: FindingType;
  /** Guessed from the name. */
  readonly kind: AttributeKind;
  /** Cells that are empty or hold a placeholder such as `N/A`. */
  readonly missing: number;
  /** Distinct values among the present cells, before anything is made of them. */
  readonly distinct: number;
  /** Present cells that could not be read as the type; they count as missing from here on. */
  readonly unreadable: number;
  /** One sentence: what it is, why, and what is wrong with it. */
  readonly detail: string;
  /** What the values name. At most one column of a table has `id`: the one that tells its rows apart. */
  readonly key?: ColumnKey;
}

export type ColumnKey = 'id' | 'company' | 'domain' | 'email';
