/** Columns of up to so many distinct labels are looked at whole. */
const mostLabels = 20_000;

/** What is sampled of the cells of a column, as in `cells.ts`. */
interface LabelCounts {
  readonly labels: readonly string[];
  readonly counts: Int32Array;
  readonly firstRow: Int32Array;
  readonly present: number;
}

/**
 * Some labels of a column of very many, in the order of the column: those that stand in many cells, and of the others every
 * so many-th, which counts for those between. Null where there are few: then all are looked at.
 */
export function sampleCells({
  labels,
  counts,
  firstRow,
  present,
}: LabelCounts): (LabelCounts & { readonly distinct: number }) | null {
  if (labels.length <= mostLabels) return null;
  const frequent = Math.max(2, (2 * present) / mostLabels);
  let rare = 0;
  for (let code = 0; code < labels.length; code++) if (counts[code] > 0 && counts[code] < frequent) rare++;
  const step = Math.ceil((2 * rare) / mostLabels);
  const chosen: number[] = [];
  let passed = 0;
  for (let code = 0; code < labels.length; code++) {
    if (counts[code] === 0) continue;
    if (counts[code] >= frequent || passed++ % step === 0) chosen.push(code);
  }
  const sampled = Int32Array.from(chosen, (code) => (counts[code] >= frequent ? counts[code] : counts[code] * step));
  return {
    labels: chosen.map((code) => labels[code]),
    counts: sampled,
    firstRow: Int32Array.from(chosen, (code) => firstRow[code]),
    present: sampled.reduce((sum, count) => sum + count, 0),
    distinct: chosen.length,
  };
}
