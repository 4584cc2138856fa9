export interface Node {
  /** In (−1, 1). */
  readonly point: number;
  /** The weights sum to 2. */
  readonly weight: number;
}

/**
 * Points and weights of Gauss and Legendre: exact for polynomials of degree 2·count − 1 on [−1, 1].
 * Source: DLMF 3.5(v); the roots by Newton's method from Tricomi's start.
 */
export function legendre(count: number): readonly Node[] {
  return Array.from({ length: count }, (_, i) => {
    let point = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let round = 0; round < 100; round++) {
      const { value, previous } = polynomial(count, point);
      slope = (count * (previous - point * value)) / (1 - point * point);
      const step = value / slope;
      point -= step;
      if (Math.abs(step) < 1e-16) break;
    }
    return { point, weight: 2 / ((1 - point * point) * slope * slope) };
  });
}

function polynomial(degree: number, x: number): { value: number; previous: number } {
  let [previous, value] = [1, x];
  for (let n = 2; n <= degree; n++) [previous, value] = [value, ((2 * n - 1) * x * value - (n - 1) * previous) / n];
  return { value, previous };
}
