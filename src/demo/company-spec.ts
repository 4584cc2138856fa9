import type { AttributeKind } from '../model/attribute.js';
import type { Trait } from '../model/trait.js';

/**
 * A company to be made up, as plain data. Traits in it are judged on the true values, before anything goes missing, and
 * may name any attribute that stands earlier in the list. Dates in traits are milliseconds since 1970 UTC.
 */
export interface CompanySpec {
  readonly name: string;
  readonly title: string;
  readonly market: 'b2b' | 'b2c';
  /** What a person should know before looking at the result. */
  readonly story: string;
  /** How many accounts there are, unless the caller asks for another number. */
  readonly accounts: number;
  readonly attributes: readonly AttributeSpec[];
  readonly noise?: NoiseSpec;
  readonly outcome: OutcomeSpec;
  /** Share of the positives that are planted, 0–1; the intercept is solved for it. */
  readonly baseRate: number;
  readonly effects: readonly EffectSpec[];
  readonly duplicates?: DuplicateSpec;
  /** Default: one file with everything, `<name>.csv`. */
  readonly files?: readonly FileSpec[];
  /** What the company believes before it has data, and the profile that says so. */
  readonly beliefs?: { readonly file: string; readonly text: string; readonly claims: readonly BeliefSpec[] };
}

export interface AttributeSpec {
  readonly name: string;
  /** Null for what is not an attribute of the account: ids, dates, notes, constants. */
  readonly kind: AttributeKind | null;
  readonly values: Distribution;
  readonly missing?: MissingSpec;
  /** Drawn and able to matter, but not in the files. */
  readonly isHidden?: boolean;
  /** Drawn after the outcome; its traits may name the outcome column. */
  readonly isLeak?: boolean;
}

/** Share of cells that are empty; the last entry of `given` whose trait holds replaces it. A trait on the attribute itself makes it missing not at random. */
export interface MissingSpec {
  readonly share: number;
  readonly given?: readonly { readonly when: Trait; readonly share: number }[];
}

/** Moves the location of a numeric distribution where the trait holds; on the log scale for lognormal and count. */
export interface Shift {
  readonly when: Trait;
  readonly by: number;
}

/** Location moves by slope · (s(x) − s(about)) with another number x; s is the logarithm for lognormal and count, else the identity. */
export interface Follow {
  readonly attribute: string;
  readonly slope: number;
  readonly about: number;
}

interface NumericShape {
  /** Values outside are drawn again. */
  readonly min?: number;
  readonly max?: number;
  /** Digits after the point; 0, the default, makes whole numbers. */
  readonly decimals?: number;
  /** Significant digits, as people round revenue. */
  readonly significant?: number;
  readonly shifts?: readonly Shift[];
  readonly follows?: readonly Follow[];
}

export type NumericDistribution =
  | ({ readonly kind: 'normal'; readonly mean: number; readonly sd: number } & NumericShape)
  | ({ readonly kind: 'uniform'; readonly lower: number; readonly upper: number } & NumericShape)
  /** `spread` is the standard deviation of the logarithm. */
  | ({ readonly kind: 'lognormal'; readonly median: number; readonly spread: number } & NumericShape)
  /** Poisson whose mean varies lognormally between accounts with `spread` (default 0), keeping `mean`. */
  | ({ readonly kind: 'count'; readonly mean: number; readonly spread?: number } & NumericShape);

export type Weights = Readonly<Record<string, number>>;

/** Weights need not add up to 1. The last entry of `given` whose trait holds replaces them. */
export interface CategoryDistribution {
  readonly kind: 'category';
  readonly weights: Weights;
  readonly given?: readonly { readonly when: Trait; readonly weights: Weights }[];
}

/** Members come independently; the last entry of `given` whose trait holds replaces the members it names. */
export interface SetDistribution {
  readonly kind: 'set';
  readonly members: Weights;
  readonly given?: readonly { readonly when: Trait; readonly members: Weights }[];
  /** The member that stands where there is no other; without it an empty set prints like a missing one. */
  readonly ifEmpty?: string;
}

/** Days in [from, to); density grows as exp(growth · elapsed share). ISO dates. */
export interface DateDistribution {
  readonly kind: 'date';
  readonly from: string;
  readonly to: string;
  readonly growth?: number;
}

/** Words by the value of a category. */
export interface WordsBy {
  readonly attribute: string;
  readonly words: Readonly<Record<string, readonly string[]>>;
}

export type Distribution =
  | NumericDistribution
  | CategoryDistribution
  | SetDistribution
  | DateDistribution
  /** A day a lognormal number of days after another date. */
  | { readonly kind: 'dateAfter'; readonly attribute: string; readonly medianDays: number; readonly spread: number }
  /** How many members a set has, the one called `except` not counted. */
  | { readonly kind: 'sizeOf'; readonly attribute: string; readonly except?: string }
  | { readonly kind: 'identifier'; readonly prefix: string; readonly start: number; readonly step?: number }
  | { readonly kind: 'company'; readonly trades?: WordsBy; readonly forms?: WordsBy }
  | { readonly kind: 'domain'; readonly company: string }
  | { readonly kind: 'email' }
  /** One phrase of each part, joined by spaces; `given` adds a phrase where its trait holds. */
  | {
      readonly kind: 'text';
      readonly parts: readonly (readonly string[])[];
      readonly given?: readonly { readonly when: Trait; readonly phrases: readonly string[] }[];
    }
  | { readonly kind: 'constant'; readonly value: string };

/** Attributes that have nothing to do with anything: numbers, categories and yes/no in turn. */
export interface NoiseSpec {
  readonly columns: number;
  /** Default `noise_`; a number from 1 follows. */
  readonly prefix?: string;
  /** Share of their cells that are empty; default 0. */
  readonly missing?: number;
}

export interface OutcomeSpec {
  readonly column: string;
  readonly positive: string;
  readonly negative: string;
  /** The identifier column. */
  readonly id?: string;
  /** The date column that effects are scheduled by; accounts stand in its order. */
  readonly time?: string;
  /** Columns to learn from although they are protected: who the company sells to is told by them. */
  readonly keep?: readonly string[];
}

/** Log-odds that an account gains where all the traits hold: none, everyone; one, additive; more, an interaction or niche. */
export interface EffectSpec {
  readonly traits: readonly Trait[];
  readonly logOdds: number;
  readonly schedule?: Schedule;
}

/** When an effect is there: from its start, to its end; it comes and goes over so many days around neither, but after, the date. */
export interface Schedule {
  readonly from?: string;
  readonly until?: string;
  /** 0, the default, is sudden. */
  readonly overDays?: number;
}

/** Shares of the accounts that stand twice: to the letter, or under another id and spelling of the company. */
export interface DuplicateSpec {
  readonly exact: number;
  readonly respelled: number;
}

/** Rows of the table, from `from` (default the first) to the one before `to` (default all). */
export interface FileSpec {
  readonly name: string;
  /** Where it is not, the column of the outcome and that of its time are left out. */
  readonly isOutcomeKnown: boolean;
  readonly from?: number;
  readonly to?: number;
}

export interface BeliefSpec {
  readonly trait: Trait;
  /** Whether the planted truth bears it out. */
  readonly holds: boolean;
}
