/**
 * The inverse of a symmetric positive definite matrix, by Cholesky.
 * @param matrix row-major, size × size; not changed. @returns row-major inverse.
 */
export function invertSymmetric(matrix: Float64Array, size: number): Float64Array {
  const lower = choleskyOf(matrix, size);
  // Rows of the inverse of L, in place of L: row i holds L⁻¹[i][0 … i].
  for (let i = 0; i < size; i++) {
    const diagonal = 1 / lower[i * size + i];
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let k = j; k < i; k++) sum += lower[i * size + k] * lower[k * size + j];
      lower[i * size + j] = -sum * diagonal;
    }
    lower[i * size + i] = diagonal;
  }
  const inverse = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    for (let i = 0; i <= k; i++) {
      const factor = lower[k * size + i];
      if (factor === 0) continue;
      for (let j = 0; j <= i; j++) inverse[i * size + j] += factor * lower[k * size + j];
    }
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) inverse[j * size + i] = inverse[i * size + j];
  return inverse;
}

/** L with matrix = L L', row-major; pivots are kept above rounding error. */
function choleskyOf(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j];
      for (let k = 0; k < j; k++) sum -= lower[i * size + k] * lower[j * size + k];
      if (i === j) lower[i * size + i] = Math.sqrt(Math.max(sum, 1e-12 * Math.max(1, matrix[i * size + i])));
      else lower[i * size + j] = sum / lower[j * size + j];
    }
  }
  return lower;
}
