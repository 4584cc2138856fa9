/**
 * Cuts a number the way optbinning does before it optimises (its default): a classification tree on one attribute, grown
 * best first to 20 leaves of at least 5 % each. Written after scikit-learn's description of the algorithm; only for tests.
 * @returns the lowest value of each leaf, ascending.
 */
export function cartBins(values: ArrayLike<number>, labels: ArrayLike<number>): number[] {
  const rows = Array.from({ length: values.length }, (_, row) => row).sort((a, b) => values[a] - values[b]);
  const minLeaf = Math.ceil(0.05 * rows.length);
  const positives = [0];
  for (const row of rows) positives.push(positives[positives.length - 1] + labels[row]);
  const gini = (from: number, to: number) => {
    const p = (positives[to] - positives[from]) / (to - from);
    return (to - from) * 2 * p * (1 - p);
  };
  const bestSplit = (from: number, to: number) => {
    let [at, gain] = [-1, Number.NEGATIVE_INFINITY];
    for (let cut = from + minLeaf; cut <= to - minLeaf; cut++) {
      if (values[rows[cut]] - values[rows[cut - 1]] <= 1e-7) continue;
      const won = gini(from, to) - gini(from, cut) - gini(cut, to);
      if (won > gain) [at, gain] = [cut, won];
    }
    return { from, to, at, gain };
  };
  const leaves = [bestSplit(0, rows.length)];
  while (leaves.length < 20) {
    const next = leaves.reduce((best, leaf) => (leaf.gain > best.gain ? leaf : best));
    if (next.at < 0) break;
    leaves.splice(leaves.indexOf(next), 1, bestSplit(next.from, next.at), bestSplit(next.at, next.to));
  }
  return leaves.map(({ from }) => values[rows[from]]).sort((a, b) => a - b);
}
