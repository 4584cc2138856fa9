import type { Interval } from './estimate.js';

/**
 * How an attribute may know the outcome: it separates alone; with a second one; is filled in for one class; was dated after the
 * decision; has a name for something known afterwards; lost its power where nothing had time to be written; or the rows are
 * in the order of the outcome.
 */
export const leakKinds = ['separates', 'pair', 'filling', 'dated after', 'name', 'fades', 'order'] as const;
export type LeakKind = (typeof leakKinds)[number];

/** The numbers behind a suspicion; each is there where it was measured. */
export interface LeakEvidence {
  /** AUC of the attribute alone on accounts left out, .5–1. */
  readonly auc?: Interval;
  /** Share of the accounts with the outcome, and of the others, that have a value (or one beside the commonest). */
  readonly used?: { readonly having: number; readonly lacking: number };
  /** Share of the accounts whose value is dated after the decision, and by how many days in the median. */
  readonly after?: { readonly share: number; readonly medianDays: number };
  /** AUC alone where there was time to write it (older accounts, or as it stands now), and where there was none. */
  readonly faded?: { readonly settled: Interval; readonly recent: Interval };
  /** The word in its name. */
  readonly word?: string;
  /** The attribute that it gives the outcome away with. */
  readonly partner?: string;
}

/** An attribute that may have been written after the outcome. */
export interface SuspectedLeak {
  readonly attribute: string;
  readonly kind: LeakKind;
  /** `set aside`: must not be learnt from unless a person insists; `mention`: worth a look. */
  readonly severity: 'set aside' | 'mention';
  /** Why, in one sentence with its numbers. */
  readonly detail: string;
  readonly evidence: LeakEvidence;
}

/** AUC on the same held-out accounts without any suspect, and with this one beside the others; the difference is with less without. */
export interface LeakEffect {
  readonly without: number;
  readonly with: number;
  readonly difference: Interval;
  /** Held-out accounts that were judged. */
  readonly accounts: number;
}

/** What the audit found of one attribute, and what became of it. */
export interface LeakFinding extends SuspectedLeak {
  /** `kept`: looked like a leak and was learnt from on request; `used`: learnt from, with a caution; `unused`: no attribute at all. */
  readonly use: 'set aside' | 'kept' | 'used' | 'unused';
  readonly effect?: LeakEffect;
}
