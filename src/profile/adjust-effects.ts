import { invertSymmetric } from '../stats/invert-symmetric.js';

/** Log-odds that are believed before looking spread this much: strong enough to stay finite, weak enough not to matter. */
const priorVariance = 2.5 ** 2;
const mostSteps = 50;

/**
 * Effects of several traits at once: logistic regression with an intercept and a weak normal prior on each effect, by
 * damped Newton steps. Accounts of which a trait is not known count as having its mean.
 * Source of the weak prior: A. Gelman et al., Annals of Applied Statistics 2 (2008) 1360–1383 (there with a t tail).
 * @param matches one array a trait: 1 has it, 0 has it not, anything else unknown. @param labels 1, 0, anything else unknown.
 * @returns log odds ratio of each trait with the others held equal.
 */
export function adjustEffects(matches: readonly Uint8Array[], labels: Uint8Array): number[] {
  const rows = Array.from(labels.keys()).filter((row) => labels[row] <= 1);
  const columns = matches.map((match) => centre(match, rows));
  const outcomes = rows.map((row) => labels[row]);
  const size = columns.length + 1;
  let effects = new Float64Array(size);
  if (rows.length === 0) return Array.from(effects.slice(1));
  let loss = lossOf(effects, { columns, outcomes });
  for (let step = 0; step < mostSteps; step++) {
    const move = newtonStep(effects, { columns, outcomes });
    let scale = 1;
    let next = effects.map((value, i) => value + move[i]);
    let nextLoss = lossOf(next, { columns, outcomes });
    while (nextLoss > loss && scale > 1e-6) {
      scale /= 2;
      next = effects.map((value, i) => value + scale * move[i]);
      nextLoss = lossOf(next, { columns, outcomes });
    }
    const isDone = loss - nextLoss < 1e-10 * (1 + Math.abs(loss));
    effects = next;
    loss = nextLoss;
    if (isDone) break;
  }
  return Array.from(effects.slice(1));
}

interface Design {
  readonly columns: readonly Float64Array[];
  readonly outcomes: readonly number[];
}

function centre(match: Uint8Array, rows: readonly number[]): Float64Array {
  const known = rows.filter((row) => match[row] <= 1);
  const mean = known.length === 0 ? 0 : known.reduce((sum, row) => sum + match[row], 0) / known.length;
  return Float64Array.from(rows, (row) => (match[row] <= 1 ? match[row] - mean : 0));
}

function logOddsOf(effects: Float64Array, { columns, outcomes }: Design): Float64Array {
  return Float64Array.from(outcomes, (_, row) =>
    columns.reduce((sum, column, c) => sum + effects[c + 1] * column[row], effects[0]),
  );
}

function lossOf(effects: Float64Array, design: Design): number {
  let loss = effects.slice(1).reduce((sum, effect) => sum + (effect * effect) / (2 * priorVariance), 0);
  for (const [row, x] of logOddsOf(effects, design).entries()) {
    const signed = design.outcomes[row] === 1 ? -x : x;
    loss += signed > 0 ? signed + Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed));
  }
  return loss;
}

function newtonStep(effects: Float64Array, design: Design): Float64Array {
  const { columns, outcomes } = design;
  const size = effects.length;
  const gradient = effects.map((effect, i) => (i === 0 ? 0 : -effect / priorVariance));
  const hessian = new Float64Array(size * size);
  for (let i = 0; i < size; i++) hessian[i * size + i] = i === 0 ? 1e-6 : 1 / priorVariance;
  const logOdds = logOddsOf(effects, design);
  const values = new Float64Array(size);
  for (let row = 0; row < outcomes.length; row++) {
    const chance = 1 / (1 + Math.exp(-logOdds[row]));
    const weight = chance * (1 - chance);
    values[0] = 1;
    for (let c = 0; c < columns.length; c++) values[c + 1] = columns[c][row];
    for (let i = 0; i < size; i++) {
      gradient[i] += values[i] * (outcomes[row] - chance);
      for (let j = 0; j < size; j++) hessian[i * size + j] += weight * values[i] * values[j];
    }
  }
  const inverse = invertSymmetric(hessian, size);
  return gradient.map((_, i) => gradient.reduce((sum, g, j) => sum + inverse[i * size + j] * g, 0));
}
