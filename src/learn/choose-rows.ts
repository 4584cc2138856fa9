/** How an attribute's rows did. */
export interface RowEffects {
  readonly accounts: ArrayLike<number>;
  /** Excess of each row over the average account: points or rate. */
  readonly excess: ArrayLike<number>;
  /** Rows may only be joined with their neighbours. */
  readonly isOrdered: boolean;
  /** All accounts, those without a row included. */
  readonly totalAccounts: number;
}

/**
 * The rows that, taken together, stand out most: those whose summed excess is largest against what its size makes likely
 * (the square root of the chi-square of a two-way split). Weighting by size keeps the trait from shrinking to its one best value.
 * @param options `direction`: 1 for the best, -1 for the worst; `leastAccounts` inside and outside;
 * `admit`: what else must hold for the rows chosen.
 * @returns ascending for ordered rows, best first otherwise; null when nothing stands out.
 */
export function chooseRows(
  effects: RowEffects,
  options: {
    readonly direction: 1 | -1;
    readonly leastAccounts: number;
    readonly admit?: (chosen: readonly number[]) => boolean;
  },
): number[] | null {
  const { accounts, excess, totalAccounts } = effects;
  const { direction, leastAccounts, admit } = options;
  let best: number[] | null = null;
  let bestScore = 0;
  for (const chosen of candidates(effects, direction)) {
    let [size, sum] = [0, 0];
    for (const row of chosen) {
      size += accounts[row];
      sum += accounts[row] * excess[row] * direction;
    }
    if (size < leastAccounts || totalAccounts - size < leastAccounts) continue;
    const score = sum / Math.sqrt(size * (1 - size / totalAccounts));
    if (score > bestScore * (1 + 1e-9) && (!admit || admit(chosen))) [best, bestScore] = [chosen, score];
  }
  return best;
}

/** Runs of neighbours, or the best one, two, three … categories; never all rows, which would say nothing. */
function candidates({ accounts, excess, isOrdered }: RowEffects, direction: number): number[][] {
  const rows = Array.from({ length: accounts.length }, (_, row) => row).filter((row) => accounts[row] > 0);
  if (!isOrdered) {
    rows.sort((a, b) => (excess[b] - excess[a]) * direction || a - b);
    return rows.slice(1).map((_, i) => rows.slice(0, i + 1));
  }
  const runs: number[][] = [];
  for (let first = 0; first < rows.length; first++) {
    for (let last = first; last < rows.length; last++) {
      if (last - first + 1 < rows.length) runs.push(rows.slice(first, last + 1));
    }
  }
  return runs;
}
