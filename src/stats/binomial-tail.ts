import gammaln from '@stdlib/math-base-special-gammaln';

/**
 * P(X ≥ count) and P(X ≤ count) of a binomial variable, exact: both one-sided tests of a rate.
 * @param count whole, 0–total. @param rate 0–1.
 */
export function binomialTail(count: number, { total, rate }: { total: number; rate: number }) {
  if (rate <= 0) return { atLeast: count > 0 ? 0 : 1, atMost: 1 };
  if (rate >= 1) return { atLeast: 1, atMost: count < total ? 0 : 1 };
  const at = Math.exp(
    gammaln(total + 1) -
      gammaln(count + 1) -
      gammaln(total - count + 1) +
      count * Math.log(rate) +
      (total - count) * Math.log1p(-rate),
  );
  const odds = rate / (1 - rate);
  let [above, below] = [0, 0];
  for (let k = count, term = at; k < total && term > 0; k++) {
    term *= ((total - k) / (k + 1)) * odds;
    above += term;
  }
  for (let k = count, term = at; k > 0 && term > 0; k--) {
    term *= k / (total - k + 1) / odds;
    below += term;
  }
  // Where terms underflow towards the bulk, the other tail has it all.
  const [atLeast, atMost] = [at + above, at + below];
  return at === 0
    ? count > rate * total
      ? { atLeast: 0, atMost: 1 }
      : { atLeast: 1, atMost: 0 }
    : { atLeast: Math.min(1, atLeast), atMost: Math.min(1, atMost) };
}
