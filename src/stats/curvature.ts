/**
 * Matrix of second derivatives by central differences, row-major.
 * @param of smooth, of order 1 in scale per unit of its arguments.
 */
export function curvature(
  of: (point: Float64Array) => number,
  point: Float64Array,
  { step = 1e-3 }: { readonly step?: number } = {},
): Float64Array {
  const size = point.length;
  const matrix = new Float64Array(size * size);
  const at = (moves: readonly (readonly [number, number])[]) => {
    const there = point.slice();
    for (const [place, by] of moves) there[place] += by * step;
    return of(there);
  };
  const here = of(point);
  for (let i = 0; i < size; i++) {
    matrix[i * size + i] = (at([[i, 1]]) + at([[i, -1]]) - 2 * here) / step ** 2;
    for (let j = 0; j < i; j++) {
      const same =
        at([
          [i, 1],
          [j, 1],
        ]) +
        at([
          [i, -1],
          [j, -1],
        ]);
      const cross =
        at([
          [i, 1],
          [j, -1],
        ]) +
        at([
          [i, -1],
          [j, 1],
        ]);
      matrix[i * size + j] = (same - cross) / (4 * step ** 2);
      matrix[j * size + i] = matrix[i * size + j];
    }
  }
  return matrix;
}
