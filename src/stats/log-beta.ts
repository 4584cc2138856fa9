import gammaln from '@stdlib/math-base-special-gammaln';

/** From here on Stirling's series gives log-gamma to the last digit. */
const large = 20;

/**
 * ln B(a, b). Where an argument is large the two log-gammas that nearly cancel are taken as a difference of series, so the
 * result keeps its digits up to 1e300.
 * Source: A. R. DiDonato and A. H. Morris, ACM TOMS 18 (1992) 360–373, the function `betaln`.
 * @param a > 0. @param b > 0.
 */
export function logBeta(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  if (high < large) return gammaln(low) + gammaln(high) - gammaln(low + high);
  return gammaln(low) - logRising(high, low);
}

/** ln Γ(x + n) − ln Γ(x): n factors of a rising product where n is whole. @param x > 0. @param n ≥ 0. */
export function logRising(x: number, n: number): number {
  if (x < large) return gammaln(x + n) - gammaln(x);
  // Stirling: ln Γ(x) = (x − ½) ln x − x + ½ ln 2π + correction(x).
  return (x - 0.5) * Math.log1p(n / x) + n * (Math.log(x + n) - 1) + correction(x + n) - correction(x);
}

function correction(x: number): number {
  const inverse = 1 / (x * x);
  return (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / x;
}
