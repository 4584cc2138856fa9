import type { Column } from '../model/table.js';
import type { Spread } from './planted-truth.js';

/** Enough rows for quantiles that are good to half a percent of the accounts. */
const enough = 50_000;
const quantileCount = 101;

/** How the values of a column are spread; null for what is not learnt from (dates, texts, nothing there). */
export function spreadOf(column: Column | undefined): Spread | null {
  switch (column?.type) {
    case 'number': {
      const step = Math.max(1, Math.floor(column.values.length / enough));
      const sorted = column.values.filter((value, row) => row % step === 0 && !Number.isNaN(value)).sort();
      if (sorted.length === 0) return null;
      const at = (i: number) => sorted[Math.round((i / (quantileCount - 1)) * (sorted.length - 1))];
      return { kind: 'numeric', quantiles: Array.from({ length: quantileCount }, (_, i) => at(i)) };
    }
    case 'category':
      return { kind: 'category', shares: countShares(column, column.codes.length) };
    case 'set':
      return { kind: 'set', shares: countShares(column, column.missing.length) };
    default:
      return null;
  }
}

function countShares({ codes, labels }: { codes: Int32Array; labels: readonly string[] }, rowCount: number) {
  const counts = new Float64Array(labels.length);
  for (const code of codes) if (code !== -1) counts[code]++;
  return Object.fromEntries(labels.map((label, code) => [label, counts[code] / rowCount]));
}
