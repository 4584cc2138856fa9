import type { AttributeSpec } from './company-spec.js';
import type { Draw } from './draw.js';
import { lastHolding } from './last-holding.js';

/** 1 for each account whose cell is emptied; null when none is. */
export function missingMask({ missing }: AttributeSpec, draw: Draw): Uint8Array | null {
  if (missing === undefined) return null;
  const given = missing.given ?? [];
  const shares = [missing.share, ...given.map((entry) => entry.share)];
  const last = lastHolding(given, draw);
  const mask = new Uint8Array(draw.rowCount);
  for (let row = 0; row < draw.rowCount; row++) if (draw.random.next() < shares[last[row]]) mask[row] = 1;
  return mask;
}
