/**
 * The scorecard: integer points that add up. One term looks at one attribute (or at one member of a set) and gives
 * the points of the row that the account falls into; every possible value falls into exactly one row. A pair looks at two
 * attributes and gives the points of one cell of a two-way table.
 */

/** Points by range. Value x falls into the first i with x < cuts[i], else into the last row; `points.length === cuts.length + 1`. */
export interface NumericTerm {
  readonly kind: 'numeric';
  readonly attribute: string;
  /** Takes whole values only: rows are told as `50–199` and the cuts are whole. */
  readonly whole: boolean;
  readonly cuts: readonly number[];
  readonly points: readonly number[];
  readonly missing: number;
}

/** Points by group of categories; `other` for values that no group names. */
export interface CategoryTerm {
  readonly kind: 'category';
  readonly attribute: string;
  readonly groups: readonly { readonly values: readonly string[]; readonly points: number }[];
  readonly other: number;
  readonly missing: number;
}

/** Points for having (`points`) or not having (`without`) one member of a set. */
export interface MemberTerm {
  readonly kind: 'member';
  readonly attribute: string;
  readonly member: string;
  readonly points: number;
  readonly without: number;
  readonly missing: number;
}

export type Term = NumericTerm | CategoryTerm | MemberTerm;

/**
 * What a term looks at, without its points. The rows of an axis are those of the term of its kind, in the same order:
 * numeric: ranges, missing; category: groups, other, missing; member: with it, without it, missing.
 */
export type Axis =
  | Omit<NumericTerm, 'points' | 'missing'>
  | { readonly kind: 'category'; readonly attribute: string; readonly groups: readonly CategoryGroup[] }
  | Omit<MemberTerm, 'points' | 'without' | 'missing'>;

export interface CategoryGroup {
  readonly values: readonly string[];
}

/** Points for two attributes together, beside what each gives by itself: one for each row of the first with each row of the second. */
export interface PairTerm {
  readonly axes: readonly [Axis, Axis];
  /** `points[i][j]`: row i of the first axis, row j of the second. */
  readonly points: readonly (readonly number[])[];
}

export interface Scorecard {
  /** Points of every account before any term. */
  readonly base: number;
  /** How many points make one unit of log-odds, or of the logarithm of the amount. */
  readonly pointsPerLogit: number;
  readonly terms: readonly Term[];
  readonly pairs: readonly PairTerm[];
  /** log-odds = intercept + slope · points: the calibration of points to probability; of amounts, the logarithm of what is expected; of time, what is added to the log-odds of staying. */
  readonly calibration: { readonly intercept: number; readonly slope: number };
  /** Half-open cuts on points: ideal at `ideal` and above, bad below `stretch`, else stretch. Null: no tiers are claimed. */
  readonly tierCuts: { readonly ideal: number; readonly stretch: number } | null;
  /** Of a card of amounts: how sure what is expected is. Absent: the outcome is yes or no. */
  readonly amount?: AmountSpread;
  /** Of a card of time: how long accounts stay. Absent: the outcome is yes or no, or an amount. */
  readonly time?: StayingBase;
  /** Mean points of each term, then of each pair, over the accounts it was learnt from; reasons are told against it. */
  readonly typical: readonly number[];
  /** What other lengths would have cost, longest first; absent where the card was not learnt. */
  readonly curve?: readonly LengthPoint[];
}

/** The standard error of the logarithm of what is expected, at some points: √(level² + (slope · (points − center))²). */
export interface AmountSpread {
  readonly center: number;
  readonly level: number;
  readonly slope: number;
}

/**
 * Time in bins (from, edges[0]], (edges[0], edges[1]] …: the log-odds of staying through bin k are stay[k] + intercept + slope ·
 * points. The standard error of the logarithm of −log of the share kept after `horizon` is that of {@link AmountSpread}.
 */
export interface StayingBase extends AmountSpread {
  readonly from: number;
  readonly edges: readonly number[];
  readonly stay: readonly number[];
  /** The time after which shares kept are told, in the unit of the edges; no later than the last of them. */
  readonly horizon: number;
}

/** A card of one length, judged by cross-validation. */
export interface LengthPoint {
  readonly attributes: number;
  /** Rows of the terms, as they are printed. */
  readonly rows: number;
  readonly pairs: number;
  /** Mean log-loss on accounts that each card was made without; of amounts and time their deviance, the mean alone (the base alone) having 1. */
  readonly logLoss: number;
  /** Loss above the length of least loss, and its standard error. */
  readonly excess: number;
  readonly standardError: number;
  /** This is the length that was kept. */
  readonly isChosen: boolean;
}

export const tiers = ['ideal', 'stretch', 'bad'] as const;
export type Tier = (typeof tiers)[number];
