/** 1 for the best accounts, 0 for others. */
export interface BestAccounts {
  readonly labels: Uint8Array;
  readonly count: number;
  /** The value from which on an account is best. */
  readonly from: number;
}

/**
 * The best `share` of accounts, or those from `atLeast` on. Accounts tied at the border are in or out together, whichever
 * is nearer to the share; never all and never none unless all are alike.
 */
export function chooseBest(
  values: Float64Array,
  { share, atLeast }: { share: number; atLeast?: number | undefined },
): BestAccounts {
  const from = atLeast ?? borderOf(values, share);
  const labels = Uint8Array.from(values, (value) => (value >= from ? 1 : 0));
  return { labels, from, count: labels.reduce((sum, label) => sum + label, 0) };
}

function borderOf(values: Float64Array, share: number): number {
  const sorted = values.slice().sort().reverse();
  const wanted = Math.max(1, Math.round(share * sorted.length));
  const border = sorted[wanted - 1];
  const above = sorted.findIndex((value) => value <= border);
  let upTo = wanted;
  while (upTo < sorted.length && sorted[upTo] === border) upTo++;
  if (above === 0 || upTo - wanted <= wanted - above) return border;
  return sorted[above - 1];
}
