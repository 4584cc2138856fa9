/** What is measured of an account: one of some values, or an amount. */
export interface Metric {
  readonly column: string;
  /** A yes when the column has one of these values; absent for amounts. */
  readonly is?: readonly string[];
}

/** A metric that must not get worse by `margin` or more, however well the outcome does. */
export interface GuardRail extends Metric {
  /** The direction that is worse. */
  readonly worse: 'higher' | 'lower';
  /** In the unit of the metric: a share (0–1), or an amount. */
  readonly margin: number;
}

export interface Arm {
  readonly name: string;
  /** Share of the accounts, 0–1; those of all arms add up to 1. */
  readonly share: number;
  /** The arm that nobody acts upon; there is one. */
  readonly isHoldout: boolean;
}

export const readings = ['any time', 'once'] as const;
export type ReadingKind = (typeof readings)[number];

/** What was asked for, and what it takes. */
export interface ExperimentDesign {
  /** Without acting: the rate (0–1), or the mean amount. */
  readonly base: number;
  /** Of amounts: the standard deviation between accounts. */
  readonly sd?: number;
  /** The smallest difference worth seeing, in the unit of the metric. */
  readonly effect: number;
  readonly power: number;
  readonly alpha: number;
  /** Accounts whose outcome must be known, all arms together. */
  readonly accounts: number;
  readonly weeks?: number;
}

/** An experiment as it stands in `experiment.yaml`: fixed before the first account is assigned. */
export interface Experiment {
  readonly name: string;
  /** What accounts are hashed with; another salt is another draw. */
  readonly salt: string;
  readonly outcome: Metric;
  readonly arms: readonly Arm[];
  /** The column whose values are balanced one by one; absent: accounts are drawn alone. */
  readonly stratify?: string;
  readonly adjust: 'fit' | 'none';
  readonly reading: ReadingKind;
  readonly design: ExperimentDesign;
  readonly guardRails: readonly GuardRail[];
}

/** The arm of one account. */
export interface Assignment {
  readonly account: string;
  readonly arm: string;
  /** Its stratum, and its place in the drawing order there, from 0; null where accounts are drawn alone. */
  readonly stratum: string | null;
  readonly place: number | null;
  readonly tier: string | null;
  /** 0–100, at the time of assignment. */
  readonly fit: number | null;
}
