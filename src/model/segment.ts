import type { Status } from './criterion.js';
import type { Interval } from './estimate.js';
import type { Refound } from './refound.js';
import type { Trait } from './trait.js';

/**
 * What makes one segment better than another. `balance`: √share · (rate − base rate), of size and purity both; `share`:
 * share · (rate − base rate), the larger ones; `lift`: the lower end of the interval of the rate, the purer ones;
 * `value`: what its accounts are worth on average.
 */
export const segmentMeasures = ['balance', 'share', 'lift', 'value'] as const;
export type SegmentMeasure = (typeof segmentMeasures)[number];

/** What the accounts of a segment are worth. */
export interface SegmentValue {
  readonly mean: number;
  /** Their mean over that of all accounts, each counting for no more than the 99th percentile. */
  readonly ratio: Interval;
}

/** A conjunction of few traits that a person can read. */
export interface Segment {
  readonly name: string;
  readonly traits: readonly Trait[];
  readonly status: Status;
  /** Over the accounts it was found in. */
  readonly accounts: number;
  readonly positives: number;
  readonly share: number;
  /** Rate inside over that of all; of a profile of amounts the mean amount. */
  readonly lift: Interval;
  /** Absent where no column says what accounts are worth. */
  readonly value?: SegmentValue;
  /** Share of its accounts that other segments of the profile hold, too; absent where it is the only one. */
  readonly overlap?: number;
  /** Absent where nobody looked. */
  readonly refound?: Refound;
  /** Why it is no more than a hypothesis, where it is none but that. */
  readonly note?: string;
  /** Over accounts that the search did not see; `p` is one-sided and corrected (Holm) for the segments reported. */
  readonly heldOut?: {
    readonly accounts: number;
    readonly positives: number;
    readonly lift: Interval;
    readonly p: number;
    readonly value?: SegmentValue;
  };
}
