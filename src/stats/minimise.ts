export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
  /** The largest slope left. */
  readonly slope: number;
  readonly isConverged: boolean;
}

interface Options {
  /** Converged when no slope is above it. */
  readonly tolerance?: number;
  readonly mostSteps?: number;
  /** Inverse of the curvature near `start`, row-major and positive definite: then few steps are needed. */
  readonly inverse?: Float64Array;
}

/** Longest step: the functions here are of logarithms of parameters, where 2 is a factor of 7. */
const longest = 2;
/** Shortest step that is worth a look, and the part of the promised gain that a step must bring. */
const shortest = 1e-10;
const enough = 1e-4;

/**
 * A local minimum of a smooth function of few unknowns, of order 1 in scale, by BFGS with central differences and a line
 * search that backtracks; where the function is not finite it counts as too high.
 * Source: J. Nocedal and S. Wright, Numerical Optimization (2006), algorithm 6.1.
 * @param of not called outside what the search reaches from `start`, whose value must be finite.
 */
export function minimise(
  of: (point: Float64Array) => number,
  { start, tolerance = 1e-7, mostSteps = 300, ...known }: Options & { readonly start: ArrayLike<number> },
): Minimum {
  const size = start.length;
  let point: Float64Array = Float64Array.from(start);
  let value = of(point);
  let slope: Float64Array = gradientOf(of, point);
  let inverse = known.inverse ?? identity(size);
  let isFresh = known.inverse === undefined;
  for (let step = 0; step < mostSteps && largest(slope) > tolerance; step++) {
    let direction = times(inverse, slope).map((x) => -x);
    let promised = dot(direction, slope);
    if (!(promised < 0)) {
      inverse = identity(size);
      direction = slope.map((x) => -x);
      promised = -dot(slope, slope);
    }
    const next = search(of, { point, value, direction, promised });
    if (!next) {
      if (isFresh) break;
      // Differences have misled the curvature: once more from the plain slope.
      inverse = identity(size);
      isFresh = true;
      continue;
    }
    const nextSlope = gradientOf(of, next.point);
    const moved = next.point.map((x, i) => x - point[i]);
    const turned = nextSlope.map((x, i) => x - slope[i]);
    if (isFresh) inverse = scaled(inverse, Math.max(1e-3, dot(moved, turned) / dot(turned, turned)));
    inverse = updated(inverse, moved, turned);
    isFresh = false;
    ({ point, value } = next);
    slope = nextSlope;
  }
  return { point, value, slope: largest(slope), isConverged: largest(slope) <= tolerance * 100 };
}

interface Line {
  readonly point: Float64Array;
  readonly value: number;
  readonly direction: Float64Array;
  readonly promised: number;
}

function search(
  of: (point: Float64Array) => number,
  { point, value, direction, promised }: Line,
): { point: Float64Array; value: number } | undefined {
  let length = Math.min(1, longest / largest(direction));
  while (length * largest(direction) > shortest) {
    const there = point.map((x, i) => x + length * direction[i]);
    const found = of(there);
    if (found <= value + enough * length * promised) return { point: there, value: found };
    // The minimum of the parabola through what is known, not shorter than a tenth.
    const parabola = (-promised * length) / (2 * (found - value - promised * length));
    length *= Number.isFinite(found) ? Math.min(0.5, Math.max(0.1, parabola)) : 0.1;
  }
  return undefined;
}

/** Slopes by central differences, a step of 1e-5 leaves an error of about 1e-10. */
function gradientOf(of: (point: Float64Array) => number, point: Float64Array): Float64Array {
  const step = 1e-5;
  return point.map((x, i) => {
    const [above, below] = [point.slice(), point.slice()];
    above[i] = x + step;
    below[i] = x - step;
    return (of(above) - of(below)) / (2 * step);
  });
}

/** The inverse of the curvature, corrected by one step; left as it is where the step bends the wrong way. */
function updated(inverse: Float64Array, moved: Float64Array, turned: Float64Array): Float64Array {
  const size = moved.length;
  const bend = dot(moved, turned);
  if (!(bend > 1e-14 * Math.sqrt(dot(moved, moved) * dot(turned, turned)))) return inverse;
  const bent = times(inverse, turned);
  const factor = (1 + dot(turned, bent) / bend) / bend;
  return inverse.map((x, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    return x + factor * moved[i] * moved[j] - (bent[i] * moved[j] + moved[i] * bent[j]) / bend;
  });
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return vector.map((_, i) => dot(matrix.subarray(i * size, (i + 1) * size), vector));
}

function identity(size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0));
}

function scaled(matrix: Float64Array, by: number): Float64Array {
  return matrix.map((x) => x * by);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, x, i) => sum + x * b[i], 0);
}

function largest(vector: Float64Array): number {
  return vector.reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : Number.POSITIVE_INFINITY), 0);
}
