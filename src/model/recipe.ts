import type { Entity } from './entity.js';

/** How an attribute of accounts is derived from a related table as of the decision time; data, so that scoring can do the same. */
export interface Recipe {
  readonly from: Exclude<Entity, 'account'>;
  readonly measure: 'count' | 'sum' | 'mean' | 'distinct' | 'latest' | 'daysSince' | 'trend' | 'members';
  /** The field or column that is measured; none for `count`. */
  readonly of?: string;
  /** The moment that says whether a row was known: rows at or after the decision never count. */
  readonly at: string;
  /** Only rows with one of these values, e.g. tickets of priority high. */
  readonly where?: { readonly column: string; readonly values: readonly string[] };
  /** Only rows this many days before the decision. */
  readonly windowDays?: number;
}
