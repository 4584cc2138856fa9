import gammaln from '@stdlib/math-base-special-gammaln';

/**
 * P(X > statistic) of a chi-square variable: exact to about 1e-12 of its own size, far into the tail, where 1 − cdf has
 * no digits left; and for many degrees of freedom, where @stdlib's cdf is off by 1e-3.
 * Source: the series and the continued fraction of the incomplete gamma function, DLMF 8.7.1 and 8.9.2 (Lentz's method).
 * @param statistic ≥ 0. @param df degrees of freedom > 0; with none the answer is 1.
 */
export function chiSquareSurvival(statistic: number, df: number): number {
  if (!(statistic > 0) || df <= 0) return 1;
  if (statistic === Number.POSITIVE_INFINITY) return 0;
  const [a, x] = [df / 2, statistic / 2];
  const front = Math.exp(a * Math.log(x) - x - gammaln(a));
  return x < a + 1 ? 1 - front * lowerSeries(a, x) : front * upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1, change = 0; Math.abs(change - 1) > 1e-16 && n < 1e6; n++) {
    const step = n * (a - n);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    change = c * d;
    value *= change;
  }
  return value;
}
