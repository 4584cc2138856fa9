/**
 * Plain logistic regression by Newton's method, written for the tests only: nothing of the product judges the generator.
 * Rows that are alike are counted once, with their number.
 * @param features 0/1, at most 30 of them. @returns the intercept first, then one coefficient per feature.
 */
export function plainLogistic(features: readonly ArrayLike<number>[], labels: ArrayLike<number>): number[] {
  const patterns = countPatterns(features, labels);
  const width = features.length + 1;
  let beta = new Array<number>(width).fill(0);
  for (let step = 0; step < 25; step++) {
    const gradient = new Array<number>(width).fill(0);
    const hessian = Array.from({ length: width }, () => new Array<number>(width).fill(0));
    for (const { x, count, positives } of patterns) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * beta[i], 0)));
      for (let i = 0; i < width; i++) {
        gradient[i] += x[i] * (positives - count * p);
        for (let j = 0; j < width; j++) hessian[i][j] += x[i] * x[j] * count * p * (1 - p);
      }
    }
    for (let i = 0; i < width; i++) hessian[i][i] += 1e-6;
    const move = solve(hessian, gradient);
    beta = beta.map((value, i) => value + move[i]);
    if (Math.max(...move.map(Math.abs)) < 1e-8) break;
  }
  return beta;
}

function countPatterns(features: readonly ArrayLike<number>[], labels: ArrayLike<number>) {
  const byKey = new Map<number, { x: number[]; count: number; positives: number }>();
  for (let row = 0; row < labels.length; row++) {
    let key = 0;
    for (const feature of features) key = key * 2 + feature[row];
    const pattern = byKey.get(key) ?? { x: [1, ...features.map((feature) => feature[row])], count: 0, positives: 0 };
    pattern.count++;
    pattern.positives += labels[row];
    byKey.set(key, pattern);
  }
  return [...byKey.values()];
}

function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]]);
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let k = i + 1; k < size; k++) if (Math.abs(rows[k][i]) > Math.abs(rows[pivot][i])) pivot = k;
    [rows[i], rows[pivot]] = [rows[pivot], rows[i]];
    for (let k = i + 1; k < size; k++) {
      const factor = rows[k][i] / rows[i][i];
      for (let j = i; j <= size; j++) rows[k][j] -= factor * rows[i][j];
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let sum = rows[i][size];
    for (let j = i + 1; j < size; j++) sum -= rows[i][j] * solution[j];
    solution[i] = sum / rows[i][i];
  }
  return solution;
}
