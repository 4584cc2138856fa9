/** What the rows of a related table are. A `stage` is one that a deal went through, from the history of deals. */
export const recipeSources = [
  'contact',
  'deal',
  'stage',
  'subscription',
  'payment',
  'activity',
  'ticket',
  'answer',
] as const;
export type RecipeSourceName = (typeof recipeSources)[number];

export const measures = ['count', 'sum', 'mean', 'distinct', 'latest', 'daysSince', 'trend', 'members'] as const;
export type Measure = (typeof measures)[number];

/** How an attribute of accounts is derived from a related table as of the decision time; data, so that scoring can do the same. */
export interface Recipe {
  /** Of the attribute that comes out, e.g. `tickets_90d`. */
  readonly name: string;
  readonly from: RecipeSourceName;
  readonly measure: Measure;
  /** The field or column that is measured; none for `count` and `daysSince`, and for a `trend` of counts. */
  readonly of?: string;
  /** The moment that says whether a row was known: rows at or after the decision never count. */
  readonly at: string;
  /** Only rows that still ran at the decision: this moment is not known, or is not before it (`endedAt` of subscriptions). */
  readonly until?: string;
  /** Only rows with one of these values, e.g. tickets of priority high; case and outer space are folded. */
  readonly where?: { readonly column: string; readonly values: readonly string[] };
  /** Only rows this many days before the decision. */
  readonly windowDays?: number;
}
