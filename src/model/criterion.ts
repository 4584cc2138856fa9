import type { Interval } from './estimate.js';
import type { Refound } from './refound.js';
import type { Trait } from './trait.js';

export const roles = ['must', 'strong', 'nice', 'disqualifier'] as const;
export type Role = (typeof roles)[number];

export const statuses = ['hypothesis', 'observed', 'validated', 'refuted'] as const;
export type Status = (typeof statuses)[number];

/** What stands behind a statement. */
export interface Evidence {
  /** Accounts with the trait whose outcome is known, and how many of them had the outcome. */
  readonly accounts: number;
  readonly positives: number;
  /** Share of all learnt accounts that have the trait, 0–1. */
  readonly share: number;
  /** Rate with the trait over the rate of all accounts. */
  readonly lift: Interval;
  /** Benjamini–Hochberg q-value over everything that was looked at. */
  readonly q: number;
  /** Log-odds against the accounts without the trait, alone (crude) and with all else equal (adjusted). */
  readonly crude: number;
  readonly adjusted: number;
  /** Absent where nobody looked. */
  readonly refound?: Refound;
}

/** What a hypothesis is worth before data: as much as `strength` observations. */
export interface Belief {
  readonly strength: number;
  /** Log-odds of the trait, with it against without, before any outcome; not 0. Absent: what the role claims. */
  readonly effect?: number;
  /** The same after the outcomes seen so far; absent before any. */
  readonly posterior?: Interval;
}

/** A line of the profile: a trait, the part it plays, and what it rests on. */
export interface Criterion {
  readonly trait: Trait;
  readonly role: Role;
  readonly status: Status;
  readonly belief?: Belief;
  readonly evidence?: Evidence;
  /** Points that the scorecard gives for the trait, against the average account. */
  readonly points?: number;
  readonly note?: string;
}
