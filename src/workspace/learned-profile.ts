import type { CardChoice } from '../learn/learn-scorecard.js';
import type { Profile } from '../model/profile.js';
import type { SegmentMeasure } from '../model/segment.js';
import type { QuarantinedRecord } from '../model/table.js';
import type { PrepareOptions } from './prepare-accounts.js';

export interface LearnOptions extends PrepareOptions {
  /** The rows stand in time order, oldest first, though no column says when. */
  readonly inTimeOrder?: boolean;
  /** Share of the accounts to hold out, 0.05–0.5; unless told, a quarter, or five folds for up to 10,000 accounts. */
  readonly holdout?: number;
  /** How long the card may be: `full`, `short` or a number of rows; unless told, the shortest within noise of the best. */
  readonly card?: CardChoice;
  /** Of amounts: what going after one account costs; tiers are cut by it. */
  readonly cost?: number;
  /** What makes one segment better than another; unless told, `balance`, of amounts `value`. */
  readonly segmentsBy?: SegmentMeasure;
  readonly seed?: number;
  /** A document whose hypotheses are what is held before the data. */
  readonly beliefs?: Profile | undefined;
  readonly name?: string;
  readonly market?: 'b2b' | 'b2c';
}

/** A profile, and what its maker should know besides. */
export interface LearnedProfile {
  readonly profile: Profile;
  /** What data would help, when the verdict is less than publishable. */
  readonly help: readonly string[];
  readonly notes: readonly string[];
  readonly quarantined: readonly QuarantinedRecord[];
}
