import { chooseRows } from './choose-rows.js';

const folds = 5;

/**
 * By how much choosing rows flatters them: the mean of ln(rate ÷ base rate) where the rows were chosen, less the same where
 * they were not (five folds), never negative. Zero when the same rows are chosen whatever is left out.
 * Source of the idea: B. Efron, "Estimating the error rate of a prediction rule", JASA 78 (1983) 316–331.
 * @param from `rowOf`: row of each account, -1 for none; `rowCount` of them; `labels`: outcomes.
 * @returns in units of ln(lift), to be taken off a lift above 1 and added to one below 1.
 */
export function choiceOptimism(
  from: {
    readonly rowOf: Int16Array;
    readonly rowCount: number;
    readonly isOrdered: boolean;
    readonly labels: Uint8Array;
  },
  options: { readonly direction: 1 | -1; readonly leastAccounts: number },
): number {
  const counts = countFolds(from);
  const whole = mergeFolds(counts, -1);
  const chosenIn = { accounts: 0, positives: 0 };
  const keptOut = { accounts: 0, positives: 0 };
  for (let fold = 0; fold < folds; fold++) {
    const train = mergeFolds(counts, fold);
    const base = train.totalPositives / train.totalAccounts;
    const excess = train.accounts.map((n, row) => (n === 0 ? 0 : train.positives[row] / n - base));
    const chosen = chooseRows(
      { accounts: train.accounts, excess, isOrdered: from.isOrdered, totalAccounts: train.totalAccounts },
      { ...options, leastAccounts: (options.leastAccounts * (folds - 1)) / folds },
    );
    for (const row of chosen ?? []) {
      chosenIn.accounts += train.accounts[row];
      chosenIn.positives += train.positives[row];
      keptOut.accounts += whole.accounts[row] - train.accounts[row];
      keptOut.positives += whole.positives[row] - train.positives[row];
    }
  }
  if (chosenIn.accounts === 0 || keptOut.accounts === 0) return 0;
  const logRate = ({ accounts, positives }: typeof keptOut) => Math.log((positives + 0.5) / (accounts + 1));
  return Math.max(0, options.direction * (logRate(chosenIn) - logRate(keptOut)));
}

interface FoldCounts {
  readonly accounts: Float64Array[];
  readonly positives: Float64Array[];
}

/** One more cell than rows: the accounts without a row. */
function countFolds({ rowOf, rowCount, labels }: Parameters<typeof choiceOptimism>[0]): FoldCounts {
  const accounts = Array.from({ length: folds }, () => new Float64Array(rowCount + 1));
  const positives = Array.from({ length: folds }, () => new Float64Array(rowCount + 1));
  for (let i = 0; i < rowOf.length; i++) {
    const fold = foldOf(i);
    const cell = rowOf[i] < 0 ? rowCount : rowOf[i];
    accounts[fold][cell]++;
    positives[fold][cell] += labels[i];
  }
  return { accounts, positives };
}

/** Scattered, so that files in some order still make even folds; no seed, so that the answer depends on the data alone. */
export function foldOf(row: number): number {
  let mixed = Math.imul(row + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) % folds;
}

function mergeFolds({ accounts, positives }: FoldCounts, except: number) {
  const merge = (cells: Float64Array[]) =>
    cells[0].map((_, cell) => cells.reduce((sum, fold, f) => (f === except ? sum : sum + fold[cell]), 0));
  const [n, hits] = [merge(accounts), merge(positives)];
  const total = (cells: Float64Array) => cells.reduce((sum, cell) => sum + cell, 0);
  return {
    accounts: n.slice(0, -1),
    positives: hits.slice(0, -1),
    totalAccounts: total(n),
    totalPositives: total(hits),
  };
}
