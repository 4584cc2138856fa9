import type { Interval } from '../../model/estimate.js';

/** Mean amount with a trait, over that of all accounts and (as a logarithm) over that of the others. */
export interface AmountLift {
  readonly accounts: number;
  /** Those of them that came to anything. */
  readonly positives: number;
  readonly lift: Interval;
  readonly crude: number;
}

/**
 * The ratio of two means of which one is part of the other, its 95 % interval from the influence of each account on the
 * logarithm of the ratio. Give capped amounts: with a heavy tail no such interval holds.
 * @param has 1 where an account has the trait; 0 and 255 (not known) where it has not.
 */
export function amountLift(has: Uint8Array, amounts: Float64Array): AmountLift {
  let [accounts, positives, inside, all] = [0, 0, 0, 0];
  for (let i = 0; i < has.length; i++) {
    all += amounts[i];
    if (has[i] !== 1) continue;
    accounts++;
    inside += amounts[i];
    if (amounts[i] > 0) positives++;
  }
  const mean = all / has.length;
  const own = inside / accounts;
  const estimate = own / mean;
  let square = 0;
  for (let i = 0; i < has.length; i++) {
    const influence =
      (has[i] === 1 ? (amounts[i] - own) / (accounts * own) : 0) - (amounts[i] - mean) / (has.length * mean);
    square += influence ** 2;
  }
  const others = has.length - accounts;
  // Half an account of average amount on either side keeps the logarithm finite.
  const crude = Math.log((inside + mean / 2) / (accounts + 0.5)) - Math.log((all - inside + mean / 2) / (others + 0.5));
  if (!(inside > 0))
    return { accounts, positives, lift: { estimate: 0, lower: 0, upper: 3 / Math.max(1, accounts) }, crude };
  const factor = Math.exp(1.959964 * Math.sqrt(square));
  return { accounts, positives, lift: { estimate, lower: estimate / factor, upper: estimate * factor }, crude };
}
