import { countJoint } from './count-joint.js';
import type { Codes, Kernels } from './kernels.js';

/** The kernels in plain TypeScript, with the additions in the order of wasm/kernels.ts. */
export function plainKernels(): Kernels {
  return {
    kind: 'plain',
    scratch: (task) => task(),
    bytes: (length) => new Uint8Array(length),
    shorts: (length) => new Uint16Array(length),
    words: (length) => new Uint32Array(length),
    doubles: (length) => new Float64Array(length),
    hold: (codes) => codes,
    addSums(into, { codes, offsets, values }) {
      codes.forEach((one, t) => {
        addSums(into.subarray(offsets[t]), { codes: one, values });
      });
    },
    crossSums(into, { codes, offsets, values, size }) {
      for (let i = 0; i < values.length; i++) into[0] += values[i];
      codes.forEach((one, t) => {
        addSums(into.subarray(offsets[t] * size), {
          codes: one,
          values,
          width: size,
        });
        for (let u = 0; u <= t; u++) {
          crossSums(into.subarray(offsets[t] * size + offsets[u]), {
            codes: [one, codes[u]],
            values,
            width: size,
          });
        }
      });
    },
    addSteps(values, { codes, offsets, steps }) {
      codes.forEach((one, t) => {
        addSteps(values, { codes: one, steps: steps.subarray(offsets[t]) });
      });
    },
    multiplySymmetric,
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

/** @param of `width`: places between the sums of two codes. */
function addSums(into: Float64Array, of: { codes: Codes; values: Float64Array; width?: number }): void {
  const { codes, values, width = 1 } = of;
  for (let i = 0; i < codes.length; i++) into[codes[i] * width] += values[i];
}

function crossSums(
  into: Float64Array,
  of: { codes: readonly [Codes, Codes]; values: Float64Array; width: number },
): void {
  const [a, b] = of.codes;
  for (let i = 0; i < a.length; i++) into[a[i] * of.width + b[i]] += of.values[i];
}

function addSteps(values: Float64Array, { codes, steps }: { codes: Codes; steps: Float64Array }): void {
  for (let i = 0; i < codes.length; i++) values[i] += steps[codes[i]];
}

function multiplySymmetric(into: Float64Array, { matrix, x }: { matrix: Float64Array; x: Float64Array }): void {
  const size = into.length;
  const sums = new Float64Array(4);
  for (let a = 0; a < size; a++) {
    const row = a * size;
    const fours = a & ~3;
    sums.fill(0);
    for (let b = 0; b < a; b++) {
      const value = matrix[row + b];
      if (b < fours) sums[b & 3] += value * x[b];
      into[b] += value * x[a];
    }
    let sum = sums[0] + sums[2] + (sums[1] + sums[3]);
    for (let b = fours; b < a; b++) sum += matrix[row + b] * x[b];
    into[a] += sum + matrix[row + a] * x[a];
  }
}
