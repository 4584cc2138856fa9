import type { Codes } from '../kernels/kernels.js';

/** Every n-th account, counted n times, so that there are about `most`, under twice as many at most. All, if they are few. */
export function everyNth<T extends Codes>(
  of: { readonly codes: readonly T[]; readonly values: Float64Array },
  most: number,
): { readonly codes: readonly Codes[]; readonly values: Float64Array } {
  const stride = Math.max(1, Math.floor(of.values.length / most));
  if (stride === 1) return of;
  const count = Math.ceil(of.values.length / stride);
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = stride * of.values[i * stride];
  return {
    codes: of.codes.map((one) => takeNth(one, { stride, count })),
    values,
  };
}

function takeNth(codes: Codes, { stride, count }: { stride: number; count: number }): Codes {
  const taken = codes.BYTES_PER_ELEMENT === 1 ? new Uint8Array(count) : new Uint16Array(count);
  for (let i = 0; i < count; i++) taken[i] = codes[i * stride];
  return taken;
}
