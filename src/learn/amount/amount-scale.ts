/** How amounts are brought to one scale before anything is fitted to them. */
export interface AmountScale {
  /** Larger amounts count as this one while shapes are learnt; their excess returns with the level. */
  readonly cap: number;
  /** Accounts above the cap. */
  readonly capped: number;
  /** Mean of the capped amounts: the unit in which they are fitted. */
  readonly unit: number;
  /** φ of Var = φ E^1.5, in that unit, as if nothing told accounts apart. */
  readonly dispersion: number;
}

/** The largest of the amounts above zero are cut to this quantile of them … */
const cappedAt = 0.99;
/** … but never more than a few per cent of them, nor fewer than one, where there are few. */
const leastAmounts = 20;

/**
 * Caps the tail, so that no few accounts decide what all others are worth, and measures what is left.
 * @param amounts ≥ 0. @param weights 0 leaves an account out; null: all count.
 */
export function scaleAmounts(amounts: Float64Array, weights: Float64Array | null = null): AmountScale {
  const known = weights === null ? amounts : amounts.filter((_, i) => weights[i] > 0);
  const positive = known.filter((amount) => amount > 0).sort();
  const cap =
    positive.length < leastAmounts
      ? (positive.at(-1) ?? 0)
      : positive[Math.min(positive.length - 1, Math.ceil(cappedAt * positive.length) - 1)];
  const capped = known.map((amount) => Math.min(amount, cap));
  const unit = capped.reduce((sum, amount) => sum + amount, 0) / Math.max(1, known.length);
  const square = capped.reduce((sum, amount) => sum + (amount / unit - 1) ** 2, 0);
  return {
    cap,
    capped: positive.filter((amount) => amount > cap).length,
    unit,
    dispersion: square / Math.max(1, known.length - 1),
  };
}
