import type { Kernels } from '../kernels/kernels.js';
import type { Penalty } from './term-block.js';

/** The curvature of a penalised loss at some point: that of the accounts and a penalty with one diagonal on either side. */
export interface StepSystem {
  /** into += curvature of the accounts · x. */
  readonly addProduct: (into: Float64Array, x: Float64Array) => void;
  /** Diagonal of that curvature. */
  readonly mass: Float64Array;
  readonly penalty: Penalty;
}

/**
 * The Newton step by conjugate gradients; the mass and the penalty together, which are tridiagonal, are the preconditioner.
 * @param right fall of the penalised loss by each unknown. @param options `tolerance`: how far, as a share, the step may stay
 * from the solution of an approximation; `mostDirections` to go.
 */
export function solveStep(
  right: Float64Array,
  options: StepSystem & {
    readonly kernels: Kernels;
    readonly tolerance: number;
    readonly mostDirections: number;
  },
): Float64Array {
  const { kernels, penalty } = options;
  const size = right.length;
  const factors = factorise(options);
  const step = new Float64Array(size);
  const residual = Float64Array.from(right);
  const next = new Float64Array(size);
  return kernels.scratch(() => {
    const [direction, image] = [kernels.doubles(size), kernels.doubles(size)];
    let product = precondition(next, { factors, residual });
    direction.set(next);
    const enough = product * options.tolerance ** 2;
    for (let round = 0; round < options.mostDirections && product > enough; round++) {
      setProduct(image, { penalty, x: direction });
      options.addProduct(image, direction);
      const length = product / dot(direction, image);
      for (let k = 0; k < size; k++) {
        step[k] += length * direction[k];
        residual[k] -= length * image[k];
      }
      const nextProduct = precondition(next, { factors, residual });
      const keep = nextProduct / product;
      for (let k = 0; k < size; k++) direction[k] = next[k] + keep * direction[k];
      product = nextProduct;
    }
    return step;
  });
}

interface Factors {
  /** Reciprocals of the pivots, and by what each unknown takes from the one before. */
  readonly inverse: Float64Array;
  readonly lower: Float64Array;
}

/** Thomas's algorithm, the first half. */
function factorise({ mass, penalty: { diagonal, off } }: Pick<StepSystem, 'mass' | 'penalty'>): Factors {
  const size = mass.length;
  const inverse = new Float64Array(size);
  const lower = new Float64Array(size);
  let pivot = 0;
  for (let k = 0; k < size; k++) {
    const before = k === 0 ? 0 : off[k - 1];
    lower[k] = k === 0 ? 0 : before / pivot;
    pivot = mass[k] + diagonal[k] + 1e-9 - lower[k] * before;
    inverse[k] = 1 / pivot;
  }
  return { inverse, lower };
}

/** The second half. @returns residual' · into. */
function precondition(into: Float64Array, by: { factors: Factors; residual: Float64Array }): number {
  const { factors, residual } = by;
  const { inverse, lower } = factors;
  const size = into.length;
  let last = 0;
  for (let k = 0; k < size; k++) {
    last = residual[k] - lower[k] * last;
    into[k] = last;
  }
  let product = 0;
  let later = 0;
  for (let k = size - 1; k >= 0; k--) {
    later = into[k] * inverse[k] - (k + 1 < size ? lower[k + 1] * later : 0);
    into[k] = later;
    product += later * residual[k];
  }
  return product;
}

function setProduct(into: Float64Array, { penalty, x }: { penalty: Penalty; x: Float64Array }): void {
  const { diagonal, off } = penalty;
  const last = into.length - 1;
  for (let k = 0; k <= last; k++) {
    let sum = diagonal[k] * x[k];
    if (k > 0) sum += off[k - 1] * x[k - 1];
    if (k < last) sum += off[k] * x[k + 1];
    into[k] = sum;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let result = 0;
  for (let k = 0; k < a.length; k++) result += a[k] * b[k];
  return result;
}
