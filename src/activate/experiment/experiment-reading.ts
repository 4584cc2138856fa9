import type { Interval } from '../../model/estimate.js';
import type { GuardRail } from '../../model/experiment.js';
import type { ArmComparison } from './compare-arms.js';

/** An account of the experiment with what became of it; NaN is not known. */
export interface ReadAccount {
  readonly account: string;
  readonly arm: string;
  readonly tier: string | null;
  readonly fit: number | null;
  /** 0 or 1, or an amount. */
  readonly outcome: number;
  /** One for each guard rail of the experiment, in order. */
  readonly guardRails: readonly number[];
}

export const readingVerdicts = [
  'caused more',
  'caused less',
  'too small to matter',
  'cannot tell yet',
  'refused',
] as const;
export type ReadingVerdict = (typeof readingVerdicts)[number];

export interface ArmReading {
  readonly arm: string;
  readonly verdict: ReadingVerdict;
  /** The verdict as a sentence with its numbers. */
  readonly sentence: string;
  /** Null where nothing may be looked at yet. */
  readonly comparison: ArmComparison | null;
  /** Decided accounts, all arms together, that are missing for an answer; null where there is one, or none can be had. */
  readonly needs: number | null;
}

export interface GuardReading {
  readonly arm: string;
  readonly rail: GuardRail;
  readonly comparison: ArmComparison;
  /** Held: surely not worse by the margin. Broken: surely worse. Open: neither yet. */
  readonly state: 'held' | 'broken' | 'open';
  readonly sentence: string;
}

export interface TierReading {
  readonly arm: string;
  readonly tier: string;
  readonly comparison: ArmComparison;
}

/** What an experiment says so far. */
export interface ExperimentReading {
  /** Why it says nothing; then all else is empty. */
  readonly problems: readonly string[];
  readonly verdict: ReadingVerdict;
  readonly sentence: string;
  readonly arms: readonly { readonly arm: string; readonly assigned: number; readonly known: number }[];
  /** Accounts whose outcome is known, and how many the plan asks for. */
  readonly known: number;
  readonly planned: number;
  readonly readings: readonly ArmReading[];
  readonly guardRails: readonly GuardReading[];
  readonly byTier: readonly TierReading[];
  /** How much more acting changed in the ideal tier than elsewhere; one for each acting arm. */
  readonly contrasts: readonly { readonly arm: string; readonly difference: Interval }[];
}
