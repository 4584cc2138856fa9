/** Which columns play which part, where they are not recognised rightly. */
export interface ValueColumns {
  readonly customer?: string | undefined;
  readonly date?: string | undefined;
  readonly amount?: string | undefined;
  readonly order?: string | undefined;
  readonly tenure?: string | undefined;
  readonly churned?: string | undefined;
  readonly total?: string | undefined;
  /** Of subscriptions: from when and until when each runs. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}
