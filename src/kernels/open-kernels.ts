import type { Kernels } from './kernels.js';
import { plainKernels } from './plain-kernels.js';
import { wasmKernels } from './wasm-kernels.js';

/**
 * The inner loops, compiled where that works, else plain: the results are the same. Open once for a task and hand it
 * down, because it holds its own memory, which grows by what is made in it (4 GB at most, then RangeError) and goes with it.
 *
 * ```ts
 * const kernels = openKernels();
 * const codes = coded.codes.map((one) => { const held = kernels.bytes(one.length); held.set(one); return held; });
 * const [gradient, hessian] = [kernels.doubles(rowCount), kernels.doubles(rowCount)];
 * // … every round: fill gradient and hessian in place, then
 * const sums = kernels.histograms({ codes, sizes, gradient, hessian });
 * ```
 */
export function openKernels(): Kernels {
  try {
    return wasmKernels();
  } catch {
    // Not built yet, no SIMD, or no address space for a memory that may grow.
    return plainKernels();
  }
}
