import type { Status } from './criterion.js';
import type { Interval } from './estimate.js';
import type { Trait } from './trait.js';

/** A conjunction of few traits that a person can read. */
export interface Segment {
  readonly name: string;
  readonly traits: readonly Trait[];
  readonly status: Status;
  /** Over the accounts it was found in. */
  readonly accounts: number;
  readonly positives: number;
  readonly share: number;
  readonly lift: Interval;
  /** Share of its accounts that other segments of the profile hold, too; absent where it is the only one. */
  readonly overlap?: number;
  /** Over accounts that the search did not see; `p` is one-sided and corrected (Holm) for the segments reported. */
  readonly heldOut?: {
    readonly accounts: number;
    readonly positives: number;
    readonly lift: Interval;
    readonly p: number;
  };
}
