/** How long accounts were watched, in periods ≥ 0, and how that ended. */
export interface Durations {
  readonly durations: Float64Array;
  /** 1: the event came at the end of the duration; 0: it had not come by then (censored). */
  readonly events: Uint8Array;
}
