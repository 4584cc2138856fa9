import type { Interval } from './estimate.js';
import type { Split } from './proof.js';
import type { Tier } from './scorecard.js';

/** The unit of durations, where it is known. */
export const periods = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof periods)[number];

/** How the order of accounts and the shares foretold did on accounts that had no part in them. */
export interface TimeMeasures {
  /** Harrell's: of two accounts of which one outlasted the other, how often it had the better score; .5 is chance. */
  readonly concordance: Interval;
  /** The same with weights that make up for how long accounts were watched (Uno's). */
  readonly uno: Interval;
  /** Integrated Brier score of the shares foretold to be kept; less is better. */
  readonly brier: number;
}

/** Accounts that belong together, by what was foretold: their share kept after the horizon. */
export interface KeptGroup {
  readonly accounts: number;
  readonly expected: number;
  readonly kept: Interval;
}

export interface TimeProof extends TimeMeasures {
  readonly split: Split;
  /** Held-out accounts, and those of them whose end came. */
  readonly accounts: number;
  readonly ended: number;
  /** The Brier score is over the time up to this. */
  readonly until: number;
  /** 1 − Brier score over that of Kaplan and Meier's curve for everybody; 0 is no better. */
  readonly improvement: Interval;
  /** All of them: what was foretold to be kept after the horizon, and what was. */
  readonly all: KeptGroup;
  /** By what was foretold, the best fifth first. */
  readonly fifths: readonly KeptGroup[];
}

export interface TimeBaseline extends TimeMeasures {
  readonly name: string;
}

/** A time with its 95 % interval; null where it lies beyond what was watched. */
export interface TimeSpan {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What accounts of a tier did, each scored by a card that had not seen it. */
export interface TimeTier {
  readonly tier: Tier;
  readonly accounts: number;
  readonly ended: number;
  readonly kept: Interval;
  readonly median: TimeSpan;
}

/** One step of the curve of all accounts. */
export interface KeptPoint {
  readonly time: number;
  /** Accounts that were still there and watched just before. */
  readonly atRisk: number;
  readonly kept: Interval;
}

/** What a profile of time was learnt from, and its proof. */
export interface TimeFindings {
  /** The time after which shares kept are told. */
  readonly horizon: number;
  /** The longest that anybody was watched. */
  readonly followed: number;
  readonly kept: Interval;
  readonly median: TimeSpan;
  readonly curve: readonly KeptPoint[];
  readonly tiers: readonly TimeTier[];
  readonly proof: TimeProof | null;
  readonly baselines: readonly TimeBaseline[];
}
