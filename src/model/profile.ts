import type { AmountFindings } from './amount-proof.js';
import type { Attribute } from './attribute.js';
import type { AttributeBins } from './attribute-bins.js';
import type { AuditFinding } from './audit.js';
import type { Clustering } from './clustering.js';
import type { Criterion } from './criterion.js';
import type { Gate } from './gate.js';
import type { LeakFinding } from './leak.js';
import type { Baseline, Proof, Verdict } from './proof.js';
import type { Scorecard } from './scorecard.js';
import type { Segment, SegmentMeasure } from './segment.js';
import type { Period, TimeFindings } from './time-proof.js';
import type { ValueDefinition } from './value-definition.js';

/** What "best" means: the outcome column and the test that makes an account a positive. */
export interface Best {
  readonly outcome: string;
  /** Positive when the outcome equals one of these values (compared as text, case and outer space folded) … */
  readonly is?: readonly string[];
  /** The negatives, where other values mean that nothing is known yet (open deals); absent: all other values are negatives. */
  readonly not?: readonly string[];
  /** … or when the number is at least this. */
  readonly atLeast?: number;
  /** … or the more the better: the amount itself is what is learnt. Positives are the accounts that came to anything. */
  readonly isAmount?: true;
  /** … or the later the better: how long accounts last is what is learnt. Positives are then those whose end came. */
  readonly time?: BestTime;
  /** Of accounts of a workspace: the tables that decide them; absent: a column of the accounts does. */
  readonly from?: 'deals' | 'subscriptions';
  /** Of accounts of a workspace that a column decides: the date of theirs that says when. */
  readonly at?: string;
  /** What the outcome is made of, where it is no column of its own: value, computed from several. */
  readonly value?: ValueDefinition;
  /** In words, e.g. `Churn is No`. */
  readonly description: string;
}

/** Where durations stand: in a column of numbers, or between two dates. `is` says which accounts have ended, else the end's date. */
export interface BestTime {
  readonly duration?: string;
  readonly start?: string;
  readonly end?: string;
  readonly period?: Period;
}

/** A column, or some rows, that learning did not use, and why. */
export interface SetAside {
  readonly what: string;
  readonly reason: SetAsideReason;
  readonly detail: string;
}

export const setAsideReasons = [
  'identifier',
  'constant',
  'free text',
  'date',
  'duration',
  'empty',
  'excluded',
  'suspected leak',
  'protected',
  'personal',
  'same as another',
  'duplicate rows',
  'same company',
  'unreadable rows',
  'no outcome',
  'too young',
] as const;
export type SetAsideReason = (typeof setAsideReasons)[number];

export interface Provenance {
  readonly assay: string;
  readonly seed: number;
  readonly snapshots: readonly { readonly source: string; readonly sha256: string; readonly rows: number }[];
  /** Names of the columns that play a part outside learning. */
  readonly id?: string;
  readonly time?: string;
  /** So many accounts were learnt from, where the inputs have more than that: a sample, drawn by a hash. */
  readonly sampled?: number;
  /** The smallest hashes of the accounts that were learnt from, by which a validation knows them again. */
  readonly sketch?: readonly number[];
  /** The window of time that was learnt from, as it was asked for: at or after `since`, before `until`. */
  readonly since?: string;
  readonly until?: string;
}

/** The ICP document. Every field stands in `icp.yaml`; nothing is derived from outside it. */
export interface Profile {
  readonly assay: 1;
  readonly name: string;
  /** Who buys: companies, people, or nobody said and the columns do not tell. */
  readonly market: 'b2b' | 'b2c' | 'unknown';
  /** Overall description for people. */
  readonly description: string;
  readonly verdict: Verdict;
  /** Why the verdict is what it is: whole sentences, each with its number. */
  readonly reasons: readonly string[];
  /** What was asked before the verdict, in order; absent in documents that were written without it. */
  readonly gates?: readonly Gate[];
  /** What a reader must know before believing it: columns that may have been known only afterwards, baselines that did as well. */
  readonly cautions?: readonly string[];
  /** Whether the accounts are those that the profile will be used on: what was found, the gravest first; absent where nobody looked. */
  readonly audit?: readonly AuditFinding[];
  /** Columns that may know the outcome, with the numbers behind it and what happens without them; absent where none is suspect. */
  readonly leaks?: readonly LeakFinding[];
  readonly best: Best;
  /** Accounts learnt from, and the share of them that had the outcome. */
  readonly learned: { readonly accounts: number; readonly positives: number; readonly baseRate: number };
  readonly attributes: readonly Attribute[];
  readonly criteria: readonly Criterion[];
  readonly segments: readonly Segment[];
  /** How segments were looked for, and the column of values; absent: by `balance`, without values. */
  readonly segmentsBy?: { readonly measure: SegmentMeasure; readonly value?: string };
  /** What each attribute tells by itself, the most telling first; absent where nobody looked. */
  readonly information?: readonly AttributeBins[];
  /** The kinds that the best accounts fall into; absent where nobody looked for any. */
  readonly clusters?: Clustering;
  /** What to find out before time goes into an account of the stretch tier (M11). */
  readonly vetting?: readonly string[];
  /** Null when the verdict forbids scoring. */
  readonly scorecard: Scorecard | null;
  readonly proof: Proof | null;
  readonly baselines: readonly Baseline[];
  /** Of a profile of amounts: its numbers and its proof; `proof` and `baselines`, which are of yes and no, are then empty. */
  readonly amount?: AmountFindings;
  /** Of a profile of time: its numbers and its proof, likewise. */
  readonly time?: TimeFindings;
  readonly setAside: readonly SetAside[];
  readonly review: { readonly every: 'quarter' | 'half-year' };
  readonly provenance: Provenance;
}
