import { foldOf } from './choice-optimism.js';

const folds = 5;

/**
 * How well one attribute ranks accounts by the outcome's rate among the accounts of the other folds with the same code.
 * Codes with few accounts lean on the base rate, so a category of many values does not look clever by knowing each account.
 * Ties count half.
 * @param codes code of each account, under `size`. @param over `labels`: 1 positive.
 * @returns 0–1, the mean over folds weighted by their pairs; 0.5 when no fold holds both classes.
 */
export function crossFittedAuc(
  codes: Uint8Array,
  over: { readonly labels: Uint8Array; readonly size: number },
): number {
  const { labels, size } = over;
  const negatives = Array.from({ length: folds }, () => new Float64Array(size));
  const positives = Array.from({ length: folds }, () => new Float64Array(size));
  for (let row = 0; row < codes.length; row++) (labels[row] === 1 ? positives : negatives)[foldOf(row)][codes[row]]++;
  const [allNegatives, allPositives] = [sumCells(negatives), sumCells(positives)];
  let [won, pairs] = [0, 0];
  for (let fold = 0; fold < folds; fold++) {
    const trainPositives = allPositives.map((count, code) => count - positives[fold][code]);
    const trainNegatives = allNegatives.map((count, code) => count - negatives[fold][code]);
    const [hits, misses] = [total(trainPositives), total(trainNegatives)];
    const base = hits / (hits + misses);
    const rate = trainPositives.map((count, code) => (count + base) / (count + trainNegatives[code] + 1));
    const tally = pairsWon(rate, { positives: positives[fold], negatives: negatives[fold] });
    won += tally.won;
    pairs += tally.pairs;
  }
  return pairs === 0 ? 0.5 : won / pairs;
}

function pairsWon(rate: Float64Array, from: { positives: Float64Array; negatives: Float64Array }) {
  const order = Array.from(rate, (_, code) => code).sort((a, b) => rate[a] - rate[b]);
  let [won, below] = [0, 0];
  for (let i = 0; i < order.length; ) {
    let [up, down] = [0, 0];
    const level = rate[order[i]];
    for (; i < order.length && rate[order[i]] === level; i++) {
      up += from.positives[order[i]];
      down += from.negatives[order[i]];
    }
    won += up * (below + down / 2);
    below += down;
  }
  return { won, pairs: total(from.positives) * below };
}

function sumCells(cells: readonly Float64Array[]): Float64Array {
  return cells[0].map((_, code) => cells.reduce((sum, fold) => sum + fold[code], 0));
}

function total(cells: Float64Array): number {
  return cells.reduce((sum, cell) => sum + cell, 0);
}
