import type { Trait } from '../model/trait.js';
import type { Draw } from './draw.js';
import { traitMask } from './trait-mask.js';

/** For each account the number (from 1) of the last entry whose trait holds, or 0. */
export function lastHolding(given: readonly { readonly when: Trait }[], draw: Draw): Uint8Array {
  const last = new Uint8Array(draw.rowCount);
  given.forEach(({ when }, i) => {
    const mask = traitMask(when, draw.columns);
    for (let row = 0; row < draw.rowCount; row++) if (mask[row] === 1) last[row] = i + 1;
  });
  return last;
}
