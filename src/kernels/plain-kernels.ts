import { countJoint } from './count-joint.js';
import type { Codes, GradientPairs, Histogram, Kernels } from './kernels.js';

/** The kernels in plain TypeScript, with the additions in the order of wasm/kernels.ts. */
export function plainKernels(): Kernels {
  return {
    kind: 'plain',
    scratch: (task) => task(),
    bytes: (length) => new Uint8Array(length),
    shorts: (length) => new Uint16Array(length),
    words: (length) => new Uint32Array(length),
    doubles: (length) => new Float64Array(length),
    histograms: ({ codes, sizes, ...pairs }) => codes.map((one, a) => histogram(one, { ...pairs, size: sizes[a] })),
    pairHistogram,
    addSteps(values, { codes, steps }) {
      codes.forEach((one, a) => {
        for (let i = 0; i < values.length; i++) values[i] += steps[a][one[i]];
      });
    },
    countJoint,
    countJoints(a, { matrix, rows, count, from, to, into }) {
      for (let r = 0; r < count; r++) {
        const start = rows[r] * a.length;
        into[r] = countJoint(a, matrix.subarray(start, start + a.length), { from, to });
      }
    },
    intersect(a, b, into) {
      for (let w = 0; w < into.length; w++) into[w] = a[w] & b[w];
    },
  };
}

function histogram(codes: Codes, { gradient, hessian, size }: GradientPairs & { size: number }): Histogram {
  const lanes = new Float64Array(8 * size);
  for (let i = 0; i < codes.length; i++) {
    const bin = 2 * ((i & 3) * size + codes[i]);
    lanes[bin] += gradient[i];
    lanes[bin + 1] += hessian[i];
  }
  return joinLanes(lanes, size);
}

/** Adds up the four partial histograms. */
export function joinLanes(lanes: Float64Array, size: number): Histogram {
  const join = (at: number) => lanes[at] + lanes[at + 2 * size] + (lanes[at + 4 * size] + lanes[at + 6 * size]);
  return {
    gradient: Float64Array.from({ length: size }, (_, bin) => join(2 * bin)),
    hessian: Float64Array.from({ length: size }, (_, bin) => join(2 * bin + 1)),
  };
}

function pairHistogram(of: Parameters<Kernels['pairHistogram']>[0]): Histogram {
  const { a, b, rowOf, columnOf, rows, columns } = of;
  const gradient = new Float64Array(rows * columns);
  const hessian = new Float64Array(rows * columns);
  for (let i = 0; i < a.length; i++) {
    const cell = rowOf[a[i]] * columns + columnOf[b[i]];
    gradient[cell] += of.gradient[i];
    hessian[cell] += of.hessian[i];
  }
  return { gradient, hessian };
}
