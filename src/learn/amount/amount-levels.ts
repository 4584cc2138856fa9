/** 0 for no amount, then 1 to 4 by the quarter of the amounts above zero: what splits are balanced by. */
export function amountLevels(amounts: Float64Array): Uint8Array {
  const positive = amounts.filter((amount) => amount > 0).sort();
  const cuts = [0.25, 0.5, 0.75].map((share) => positive[Math.floor(share * positive.length)]);
  return Uint8Array.from(amounts, (amount) => (amount > 0 ? 1 + cuts.filter((cut) => amount >= cut).length : 0));
}
