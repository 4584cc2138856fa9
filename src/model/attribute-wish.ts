/** How a person wants an attribute to be cut; all of it may be left open. */
export interface AttributeWish {
  /** Numbers: bins start at these values and nowhere else, in traits, segments and points alike. Ascending. */
  readonly cuts?: readonly number[];
  /** Categories: values that are told together, where the attribute is told by itself. */
  readonly groups?: readonly (readonly string[])[];
  /** Which way the share of positives may go from low to high, where the attribute is told by itself. */
  readonly monotone?: 'increasing' | 'decreasing';
}
