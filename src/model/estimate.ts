/** An estimate with its 95 % interval, in the unit of the quantity. */
export interface Interval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}
