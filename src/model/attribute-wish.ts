/** Ways in which a number may count: only up, only down, up to one turn and down after it, or the reverse. */
export const wishedShapes = ['increasing', 'decreasing', 'peak', 'valley'] as const;
export type WishedShape = (typeof wishedShapes)[number];

/** How a person wants an attribute to be cut and to count; all of it may be left open. */
export interface AttributeWish {
  /** Numbers: bins start at these values and nowhere else, in traits, segments and points alike. Ascending. */
  readonly cuts?: readonly number[];
  /** Categories: values that are one value, in traits, segments and points alike. */
  readonly groups?: readonly (readonly string[])[];
  /** Numbers: the way in which points may go from low to high; no row of the card breaks it. */
  readonly monotone?: WishedShape;
}
