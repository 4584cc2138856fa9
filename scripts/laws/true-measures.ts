/** What scores are worth where the true probability of each account is known. */
export interface TrueMeasures {
  readonly auc: number;
  readonly liftTopFifth: number;
}

/** AUC and lift of the best fifth in expectation over outcomes; ties count half, and in proportion at the border. */
export function trueMeasures(scores: Int32Array, chances: Float64Array): TrueMeasures {
  const rows = Array.from(scores.keys()).filter((row) => !Number.isNaN(chances[row]));
  rows.sort((a, b) => scores[b] - scores[a]);
  let [hits, misses, order, top] = [0, 0, 0, 0];
  const fifth = rows.length / 5;
  for (let first = 0; first < rows.length; ) {
    let [last, yes] = [first, 0];
    for (; last < rows.length && scores[rows[last]] === scores[rows[first]]; last++) yes += chances[rows[last]];
    const no = last - first - yes;
    order += no * (hits + yes / 2);
    top += (yes * Math.max(0, Math.min(last, fifth) - first)) / (last - first);
    hits += yes;
    misses += no;
    first = last;
  }
  return { auc: order / (hits * misses), liftTopFifth: (top / fifth) * (rows.length / hits) };
}

/** Mean distance between told and true probability over ten groups of equal size, by what was told. */
export function trueCalibrationError(told: Float64Array, chances: Float64Array): number {
  const rows = Array.from(told.keys()).filter((row) => !Number.isNaN(chances[row]));
  rows.sort((a, b) => told[a] - told[b]);
  let error = 0;
  for (let group = 0; group < 10; group++) {
    const own = rows.slice(Math.floor((group * rows.length) / 10), Math.floor(((group + 1) * rows.length) / 10));
    error += Math.abs(own.reduce((sum, row) => sum + told[row] - chances[row], 0));
  }
  return error / rows.length;
}
