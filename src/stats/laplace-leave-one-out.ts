/** What a Gaussian process says of each account that it was not shown. */
export interface LeftOut {
  /** Log-likelihood of all accounts, each given the others, in nats. */
  readonly logLikelihood: number;
  /** Log-odds at the mode, all accounts shown: where to start with another covariance. */
  readonly logOdds: Float64Array;
}

const mostRounds = 20;
/** A round that gains fewer nats than this is the last. */
const smallestGain = 0.02;
const smallestCurvature = 1e-6;

/**
 * Leave-one-out log-likelihood of yes/no outcomes under a Gaussian process with a logistic link: the mode by Newton's
 * method, then each account's own share taken out of its Laplace approximation (cavity mean). Cubic in the accounts.
 * @param covariance row-major, symmetric, n × n. @param at `labels` 0 or 1; `mean` of the log-odds before data; `start`.
 */
export function laplaceLeaveOneOut(
  covariance: Float64Array,
  at: { readonly labels: Uint8Array; readonly mean: Float64Array; readonly start?: Float64Array | null },
): LeftOut {
  const { labels, mean } = at;
  const n = labels.length;
  let logOdds = Float64Array.from(at.start ?? mean);
  const roots = new Float64Array(n);
  const lower = new Float64Array(n * n);
  let objective = Number.NEGATIVE_INFINITY;
  for (let round = 0; round < mostRounds; round++) {
    const right = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-logOdds[i]));
      const weight = Math.max(p * (1 - p), smallestCurvature);
      roots[i] = Math.sqrt(weight);
      right[i] = weight * (logOdds[i] - mean[i]) + labels[i] - p;
    }
    factorise(covariance, { roots, into: lower });
    const solved = solveLower(
      lower,
      times(covariance, right).map((value, i) => value * roots[i]),
    );
    const dual = right.map((value, i) => value - roots[i] * solved[i]);
    const away = times(covariance, dual);
    logOdds = away.map((value, i) => value + mean[i]);
    let next = 0;
    for (let i = 0; i < n; i++) next -= lossAt(logOdds[i], labels[i]) + 0.5 * dual[i] * away[i];
    if (next - objective < smallestGain) break;
    objective = next;
  }
  let logLikelihood = 0;
  diagonalOfInverse(lower, n).forEach((inverse, i) => {
    const gradient = labels[i] - 1 / (1 + Math.exp(-logOdds[i]));
    const weight = roots[i] ** 2;
    logLikelihood -= lossAt(logOdds[i] + gradient / weight - gradient / (weight * inverse), labels[i]);
  });
  return { logLikelihood, logOdds };
}

function lossAt(logOdds: number, label: number): number {
  const x = label === 1 ? -logOdds : logOdds;
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** L with I + R K R = L L', R the diagonal of `roots`. */
function factorise(covariance: Float64Array, { roots, into }: { roots: Float64Array; into: Float64Array }): void {
  const n = roots.length;
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j <= i; j++) {
      const entry = roots[i] * covariance[row + j] * roots[j] + (i === j ? 1 : 0);
      const rest = entry - dotOf([into, into], { a: row, b: j * n, length: j });
      into[row + j] = i === j ? Math.sqrt(Math.max(rest, 1e-12)) : rest / into[j * n + j];
    }
  }
}

/** x with L L' x = right. */
function solveLower(lower: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i * n + k] * x[k];
    x[i] /= lower[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    x[i] /= lower[i * n + i];
    for (let k = 0; k < i; k++) x[k] -= lower[i * n + k] * x[i];
  }
  return x;
}

/** The diagonal of (L L')⁻¹: sums of squares of the columns of L⁻¹. */
function diagonalOfInverse(lower: Float64Array, n: number): Float64Array {
  const diagonal = new Float64Array(n);
  const both = new Float64Array(n);
  for (let column = 0; column < n; column++) {
    for (let i = column; i < n; i++) {
      const sum = dotOf([lower, both], { a: i * n + column, b: column, length: i - column });
      both[i] = ((i === column ? 1 : 0) - sum) / lower[i * n + i];
      diagonal[column] += both[i] ** 2;
    }
  }
  return diagonal;
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length;
  return vector.map((_, i) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += matrix[i * n + k] * vector[k];
    return sum;
  });
}

/** Four sums at a time do not wait for one another. */
function dotOf(
  [left, right]: readonly [Float64Array, Float64Array],
  { a, b, length }: { a: number; b: number; length: number },
): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let k = 0;
  for (; k + 4 <= length; k += 4) {
    s0 += left[a + k] * right[b + k];
    s1 += left[a + k + 1] * right[b + k + 1];
    s2 += left[a + k + 2] * right[b + k + 2];
    s3 += left[a + k + 3] * right[b + k + 3];
  }
  for (; k < length; k++) s0 += left[a + k] * right[b + k];
  return s0 + s1 + (s2 + s3);
}
