import type { Interval } from '../model/estimate.js';
import type { Baseline, Proof, Verdict } from '../model/proof.js';
import type { GateRow, ProofDetailsView } from './proof-details-view.js';

/**
 * What terminal, Markdown and HTML show of a profile. Every number is formatted here, once; raw numbers stand beside the
 * text only where a chart has to place them. Text is cleaned of control characters but not escaped: each renderer escapes
 * for its own medium. Per cent signs stand behind a no-break space.
 */
export interface ProfileView {
  readonly title: string;
  readonly market: string;
  readonly description: string;
  readonly verdict: VerdictView;
  /** What had to hold before it; empty of a document that was written without it. */
  readonly gates: readonly GateRow[];
  /** What must be known before anything below is believed; shown directly below the verdict. */
  readonly cautions: readonly string[];
  /** What "best" means, what was learnt from, what it was judged on. */
  readonly facts: readonly Fact[];
  /** The few numbers to remember; empty without a proof. */
  readonly figures: readonly Figure[];
  /**
   * Lines that speak for an account, against it, one way by lift and the other by points, are only believed, were refuted,
   * were beliefs and have been weighed: each criterion stands in one of them.
   */
  readonly best: CriterionGroup;
  readonly avoid: CriterionGroup;
  readonly turned: CriterionGroup;
  readonly beliefs: CriterionGroup;
  readonly refuted: CriterionGroup;
  readonly weighed: CriterionGroup;
  readonly segments: readonly SegmentRow[];
  /** How segments were counted; empty without segments. */
  readonly segmentsNote: string;
  /** What `lift` of the segments is: `lift`, or `times mean value` where they were looked for by value. */
  readonly segmentsMeasure: string;
  /** The kinds of best account; null where nobody looked for any. */
  readonly information: readonly InformationRow[];
  readonly informationNote: string;
  readonly clusters: ClustersView | null;
  readonly tiers: readonly TierRow[];
  readonly proof: ProofView | null;
  /** The proof of a profile of amounts, instead of the other. */
  readonly amount: AmountView | null;
  /** The proof of a profile of time, likewise. */
  readonly time: TimeView | null;
  readonly scorecard: ScorecardView | null;
  readonly setAside: readonly SetAsideGroup[];
  /** Whether the accounts are those that the profile will be used on; empty where nothing was found. */
  readonly audit: readonly AuditRow[];
  /** How often criteria and segments are found again; empty where nobody looked. */
  readonly stabilityNote: string;
  /** What may know the outcome; empty where nothing does. */
  readonly leaks: readonly LeakRow[];
  readonly leaksNote: string;
  /** What would help where the profile cannot be used as it is, or the belief to test next; no items where nothing would. */
  readonly needed: { readonly title: string; readonly items: readonly string[] };
  readonly use: readonly UseStep[];
  readonly provenance: readonly Fact[];
}

/** One finding of the audit of selection. */
export interface AuditRow {
  readonly severity: string;
  readonly isGrave: boolean;
  /** Dealt with, or as it should be: nothing for the page that is read in half a minute. */
  readonly isNote: boolean;
  readonly kind: string;
  readonly about: string;
  readonly finding: string;
  readonly advice: string;
  /** `rate worked 0.31 (0.28 to 0.34)`. */
  readonly numbers: readonly string[];
}

/** `hypotheses`: nothing but beliefs, no account learnt from yet; `weighed`: beliefs beside what outcomes say of each. */
export type Standing = Verdict | 'hypotheses' | 'weighed';

export interface VerdictView {
  readonly standing: Standing;
  /** `Publishable`, `Ranked`, … */
  readonly label: string;
  /** Order and rank hold, but a baseline does as well: no sign of success may stand beside the label. */
  readonly isOutdone: boolean;
  /** Goes on after `label:`; begins in lower case, ends with a full stop. */
  readonly sentence: string;
  readonly reasons: readonly string[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** `×2.1`, what it says, and how sure it is; `detail` may be empty. */
export interface Figure {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
}

/** An estimate as text (`×1.8`), its 95 % interval as text (`1.5–2.1`), and both as numbers for charts. */
export interface Measure {
  readonly text: string;
  readonly range: string;
  readonly interval: Interval;
}

export interface CriterionGroup {
  readonly title: string;
  readonly rows: readonly CriterionRow[];
}

export interface CriterionRow {
  readonly trait: string;
  readonly role: string;
  readonly status: string;
  /** Null where no lift may be claimed or none is known. */
  readonly lift: Measure | null;
  readonly accounts: string;
  /** Share of the learnt accounts that have the trait. */
  readonly share: string;
  /** Share of the accounts with the trait that had the outcome. */
  readonly rate: string;
  readonly q: string;
  readonly points: string;
  /** `20 observations`, or empty. */
  readonly belief: string;
  /** Odds with the trait against without it: as believed before any outcome (`×2.7`, or empty), and as they stand now. */
  readonly before: string;
  readonly after: Measure | null;
  /** Which way the trait counts with all else equal, where its lift points the other way; otherwise empty. */
  readonly turn: string;
  /** The human note and what to be careful of; empty when there is nothing to say. */
  readonly note: string;
  /** `93 of 100; periods 4 of 5`; empty where nobody looked. */
  readonly refound: string;
}

export interface SegmentRow {
  readonly name: string;
  /** The name as it is shown, marked where the segment is one to avoid: `avoid: No contract, tenure under 6`. */
  readonly title: string;
  /** The outcome is rarer in it than elsewhere. */
  readonly isAvoid: boolean;
  /** The conjunction in words; empty where the name already says it. */
  readonly traits: string;
  readonly status: string;
  readonly accounts: string;
  readonly share: string;
  /** Empty of amounts. */
  readonly rate: string;
  /** Share of its accounts that other segments hold, too; empty where there is no other. */
  readonly overlap: string;
  /** How often it is found again; empty where nobody looked. */
  readonly refound: string;
  /** Why it is a hypothesis only; empty where it is more. */
  readonly note: string;
  /** What its accounts are worth on average, and how many times the mean of all; empty where nothing says it. */
  readonly value: string;
  /** Its lift, or where segments were looked for by value the mean value over that of all. */
  readonly lift: Measure | null;
  readonly heldOut: {
    readonly accounts: string;
    readonly lift: Measure;
    /** Corrected (Holm) for the segments found. */
    readonly p: string;
    readonly value: string;
  } | null;
}

export interface ClustersView {
  readonly title: string;
  /** How many kinds there are and how that is known; without rows all are of one kind. */
  readonly note: string;
  readonly rows: readonly ClusterRow[];
}

export interface ClusterRow {
  readonly name: string;
  readonly accounts: string;
  /** Share of the best accounts. */
  readonly share: string;
  /** How much of it halves of the accounts find again. */
  readonly stability: string;
  readonly traits: readonly ClusterTraitRow[];
}

export interface ClusterTraitRow {
  readonly trait: string;
  readonly accounts: string;
  /** Share of the cluster and of the other best accounts that has the trait, and the ratio of the two. */
  readonly inside: string;
  readonly outside: string;
  readonly ratio: Measure;
}

/** One attribute by itself. */
export interface InformationRow {
  readonly attribute: string;
  readonly value: string;
  /** `the more the better`; empty for values without an order. */
  readonly trend: string;
  /** `up to 5 −1.2 · 6–20 −0.4 · 21+ +0.9`. */
  readonly bins: string;
}

export interface TierRow {
  readonly name: string;
  /** `at least 640 points`. */
  readonly cut: string;
  readonly meaning: string;
}

export interface ProofRow {
  readonly name: string;
  readonly isOurs: boolean;
  readonly auc: Measure;
  readonly lift: Measure;
  readonly logLoss: string;
}

export interface ProofView {
  readonly split: string;
  readonly rows: readonly ProofRow[];
  /** What the figures mean, one plain sentence each. */
  readonly sentences: readonly string[];
  /** `Contacting the best 20 % finds 42 % of them.` as a table. */
  readonly gains: readonly { readonly share: string; readonly captured: string; readonly times: string }[];
  readonly calibration: readonly { readonly predicted: string; readonly observed: string; readonly accounts: string }[];
  readonly details: ProofDetailsView;
  /** Probabilities may be shown. */
  readonly hasProbabilities: boolean;
  /** Raw numbers, for charts. */
  readonly numbers: { readonly proof: Proof; readonly baselines: readonly Baseline[] };
}

/** How expected amounts did on held-out accounts; all is text. */
export interface AmountView {
  readonly split: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly isOurs: boolean; readonly cells: readonly string[] }[];
  readonly sentences: readonly string[];
  /** By what was expected; empty where no amounts are claimed. */
  readonly fifths: readonly {
    readonly name: string;
    readonly accounts: string;
    readonly expected: string;
    readonly came: string;
  }[];
  readonly curve: readonly { readonly share: string; readonly held: string }[];
}

/** How the order of accounts in time, and the shares foretold, did on held-out accounts; all is text. */
export interface TimeView {
  readonly split: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly isOurs: boolean; readonly cells: readonly string[] }[];
  readonly sentences: readonly string[];
  readonly tables: readonly {
    readonly title: string;
    readonly heads: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
}

export interface ScorecardView {
  /** `690 points more double the odds.`; empty where nothing is claimed of them. */
  readonly unit: string;
  /** What the losses of the lengths are. */
  readonly lossName: string;
  readonly base: string;
  readonly range: string;
  readonly terms: readonly ScorecardTerm[];
  readonly pairs: readonly ScorecardPair[];
  /** What shorter cards would cost; empty where the card was not learnt. */
  readonly lengths: readonly LengthRow[];
}

/** One length of the card, longest first. */
export interface LengthRow {
  readonly attributes: string;
  readonly rows: string;
  readonly pairs: string;
  readonly logLoss: string;
  /** `+0.0012 ± 0.0004`; empty at the best length. */
  readonly excess: string;
  readonly isChosen: boolean;
}

export interface ScorecardTerm {
  readonly title: string;
  readonly rows: readonly {
    readonly value: string;
    readonly points: string;
    /** For drawing: points over the largest absolute points of the scorecard, −1…1. */
    readonly weight: number;
  }[];
}

/** A two-way table of points: the rows of the first attribute across the columns of the second. */
export interface ScorecardPair {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly value: string; readonly points: readonly string[] }[];
}

/** A column that may have been written after the outcome; the last three are empty where nothing was compared. */
export interface LeakRow {
  readonly attribute: string;
  readonly kind: string;
  readonly use: string;
  /** Learnt from although it looks like a leak. */
  readonly isKept: boolean;
  readonly detail: string;
  readonly with: string;
  readonly without: string;
  readonly difference: string;
}

export interface SetAsideGroup {
  readonly reason: string;
  readonly meaning: string;
  readonly items: readonly { readonly what: string; readonly detail: string }[];
}

export interface UseStep {
  readonly purpose: string;
  readonly command: string;
}
