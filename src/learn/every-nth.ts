import type { Codes } from '../kernels/kernels.js';

export interface SomeAccounts {
  readonly codes: readonly Codes[];
  readonly values: Float64Array;
  /** For how many accounts each of these stands. */
  readonly stride: number;
}

/** Every n-th account, so that there are about `most`, under twice as many at most. All, if they are few. */
export function everyNth(
  { codes, values }: { readonly codes: readonly Codes[]; readonly values: Float64Array },
  most: number,
): SomeAccounts {
  const stride = Math.max(1, Math.floor(values.length / most));
  if (stride === 1) return { codes, values, stride };
  const count = Math.ceil(values.length / stride);
  const taken = new Float64Array(count);
  for (let i = 0; i < count; i++) taken[i] = values[i * stride];
  return { codes: codes.map((one) => takeNth(one, { stride, count })), values: taken, stride };
}

function takeNth(codes: Codes, { stride, count }: { stride: number; count: number }): Codes {
  const taken = codes.BYTES_PER_ELEMENT === 1 ? new Uint8Array(count) : new Uint16Array(count);
  for (let i = 0; i < count; i++) taken[i] = codes[i * stride];
  return taken;
}
