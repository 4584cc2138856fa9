/** How a person wants an attribute to be cut; all of it may be left open. */
export interface AttributeWish {
  /** Numbers: bins start at these values and nowhere else. Ascending. */
  readonly cuts?: readonly number[];
  /** Categories: values that are told together. */
  readonly groups?: readonly (readonly string[])[];
  /** Which way the share of positives may go from low to high. */
  readonly monotone?: 'increasing' | 'decreasing';
}
