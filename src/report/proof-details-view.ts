/** A gate: what was asked, with the number and the limit, and whether it holds. All is text. */
export interface GateRow {
  readonly name: string;
  readonly passed: boolean;
  /** `0.835 > 0.5`. */
  readonly numbers: string;
  /** What failing allows at most. */
  readonly otherwise: string;
  readonly sentence: string;
}

/** A measure of the judged accounts: `Brier score`, `0.134`, `0.128–0.140`, what it says. */
export interface MeasureRow {
  readonly name: string;
  readonly value: string;
  readonly range: string;
  readonly meaning: string;
}

/** Best-scored accounts: their lift, and how many of all with the outcome they hold. */
export interface LiftRow {
  readonly share: string;
  readonly lift: string;
  readonly captured: string;
}

/** Acting from a chance on; wins for each 1,000 accounts judged, misses set against them. */
export interface DecisionRow {
  readonly threshold: string;
  readonly acted: string;
  readonly net: string;
  readonly all: string;
  readonly ahead: string;
}

export interface PeriodRow {
  readonly from: string;
  readonly accounts: string;
  readonly auc: string;
  readonly predicted: string;
  readonly observed: string;
  readonly holds: string;
}

/** By how much the profile does better than a baseline. */
export interface AheadRow {
  readonly name: string;
  readonly auc: string;
  readonly lift: string;
  readonly averagePrecision: string;
  readonly logLoss: string;
  readonly brier: string;
}

/** The rest of a proof; lists are empty where there is nothing to say. */
export interface ProofDetailsView {
  readonly ahead: readonly AheadRow[];
  readonly measures: readonly MeasureRow[];
  readonly lifts: readonly LiftRow[];
  readonly decision: readonly DecisionRow[];
  readonly periods: readonly PeriodRow[];
}
