/** How often a statement was found again in accounts drawn anew, and where it holds. */
export interface Refound {
  /** Share of the draws, 0–1, and how many there were. */
  readonly share: number;
  readonly draws: number;
  /** Parts of the accounts in which the effect points the same way, of those that were large enough to tell. */
  readonly periods?: Agreement;
  readonly sources?: Agreement;
}

/** `by`: the column that the parts are made by. */
export interface Agreement {
  readonly same: number;
  readonly of: number;
  readonly by: string;
}
