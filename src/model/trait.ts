/**
 * What an attribute must be. Ranges: a null bound is open; `lower` is always included, `upper` only if
 * `upperIncluded`, which is false where there is no upper bound. Without any bound: known at all.
 */
export type Condition =
  | {
      readonly kind: 'range';
      readonly lower: number | null;
      readonly upper: number | null;
      readonly upperIncluded: boolean;
    }
  | { readonly kind: 'in'; readonly values: readonly string[] }
  | { readonly kind: 'includes'; readonly member: string }
  | { readonly kind: 'excludes'; readonly member: string }
  | { readonly kind: 'missing' };

/** An attribute and a condition on it, e.g. `employees 50–199`. */
export interface Trait {
  readonly attribute: string;
  readonly condition: Condition;
}
