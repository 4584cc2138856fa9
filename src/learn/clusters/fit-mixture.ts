import type { Random } from '../../stats/random.js';
import { type ClusterTable, takeAccounts } from './cluster-table.js';
import { seedMixture } from './seed-mixture.js';
import { smoothLevels } from './smooth-levels.js';

/** Groups of accounts, each with its share and its own frequencies of every attribute's levels. */
export interface Mixture {
  readonly count: number;
  /** Logarithm of the share of each group. */
  readonly logShare: Float64Array;
  /** Of each attribute's levels: `logChance[attribute][group * 256 + level]`; 0 where the level is not known. */
  readonly logChance: readonly Float64Array[];
  /** Logarithm of the likelihood of the accounts that it was fitted to. */
  readonly logLikelihood: number;
}

export interface MixtureOptions {
  /** Groups, from 1. */
  readonly count: number;
  readonly random: Random;
  /** Beginnings of which the likeliest is followed to the end; default 8. */
  readonly starts?: number;
}

const shortRun = 6;
const longRun = 40;
/** Accounts that beginnings are tried on at most. */
const mostTried = 320;
/** Gain of log-likelihood for each account under which a run ends. */
const enough = 1e-4;

/**
 * Fits a latent class mixture by expectation maximisation: within a group attributes are independent, each with
 * frequencies of its levels, smoothed along the order of ordered ones. An attribute that is not known counts for nothing.
 * Ranks and codes make it blind to how heavy a tail is, and treat every type alike.
 * Source: L. A. Goodman, Biometrika 61 (1974) 215–231.
 */
export function fitMixture(table: ClusterTable, { count, random, starts = 8 }: MixtureOptions): Mixture {
  const few = table.rowCount <= mostTried ? table : takeAccounts(table, chooseAccounts(table.rowCount, random));
  let best: Mixture | null = null;
  for (let start = 0; start < (count === 1 ? 1 : starts); start++) {
    const mixture = follow(few, seedMixture(few, { count, random }), shortRun);
    if (best === null || mixture.logLikelihood > best.logLikelihood) best = mixture;
  }
  if (best === null) throw new Error('A mixture needs a start.');
  const weights = scoreAccounts(table, best);
  scoresToShares(weights);
  return follow(table, weights, longRun);
}

/** Accounts to try beginnings on, in the order of the table. */
function chooseAccounts(rowCount: number, random: Random): Int32Array {
  const width = rowCount / mostTried;
  return Int32Array.from({ length: mostTried }, (_, i) => Math.floor((i + random.next()) * width));
}

/** The group that each account most likely belongs to, from 0. */
export function assignAccounts(table: ClusterTable, mixture: Mixture): Uint8Array {
  const scores = scoreAccounts(table, mixture);
  const assigned = new Uint8Array(table.rowCount);
  for (let row = 0; row < assigned.length; row++) {
    for (let k = 1; k < scores.length; k++) if (scores[k][row] > scores[assigned[row]][row]) assigned[row] = k;
  }
  return assigned;
}

/** Share of every account in each group: `weights[group][row]`. */
type Weights = readonly Float64Array[];

function follow(table: ClusterTable, start: Weights, steps: number): Mixture {
  let mixture = maximise(table, start);
  let before = Number.NEGATIVE_INFINITY;
  for (let step = 0; step < steps; step++) {
    const weights = scoreAccounts(table, mixture);
    const logLikelihood = scoresToShares(weights);
    mixture = { ...maximise(table, weights), logLikelihood };
    if (logLikelihood - before < enough * table.rowCount) break;
    before = logLikelihood;
  }
  return mixture;
}

/** Places in a table of levels: one for each byte. */
const width = 256;

/** Log-likelihood of every account in every group: `scores[group][row]`. */
function scoreAccounts({ attributes, rowCount }: ClusterTable, mixture: Mixture): Float64Array[] {
  return Array.from(mixture.logShare, (logShare, k) => {
    const scores = new Float64Array(rowCount).fill(logShare);
    for (let a = 0; a < attributes.length; a++) {
      addChances(scores, { levels: attributes[a].levels, chances: mixture.logChance[a], from: k * width });
    }
    return scores;
  });
}

function addChances(
  scores: Float64Array,
  { levels, chances, from }: { levels: Uint8Array; chances: Float64Array; from: number },
): void {
  for (let row = 0; row < scores.length; row++) scores[row] += chances[from + levels[row]];
}

/** Turns log-likelihoods, in place, into each account's shares. @returns the log-likelihood of all. */
function scoresToShares(scores: readonly Float64Array[]): number {
  const count = scores.length;
  let logLikelihood = 0;
  for (let row = 0; row < scores[0].length; row++) {
    let most = scores[0][row];
    for (let k = 1; k < count; k++) if (scores[k][row] > most) most = scores[k][row];
    let sum = 0;
    for (let k = 0; k < count; k++) {
      // Under e^-30 of the likeliest nothing is seen.
      const away = scores[k][row] - most;
      const share = away < -30 ? 0 : away === 0 ? 1 : Math.exp(away);
      scores[k][row] = share;
      sum += share;
    }
    for (let k = 0; k < count; k++) scores[k][row] /= sum;
    logLikelihood += most + Math.log(sum);
  }
  return logLikelihood;
}

function maximise(table: ClusterTable, weights: Weights): Mixture {
  const count = weights.length;
  const tally = new Float64Array(width);
  const logChance = table.attributes.map((attribute) => {
    const { levels, size } = attribute;
    const counts = new Float64Array(size * count);
    for (let k = 0; k < count; k++) {
      tally.fill(0);
      tallyLevels(tally, { levels, weights: weights[k] });
      for (let level = 0; level < size; level++) counts[level * count + k] = tally[level];
    }
    const smooth = smoothLevels(counts, { ...attribute, count });
    const chances = new Float64Array(width * count);
    for (let level = 0; level < size; level++) {
      for (let k = 0; k < count; k++) chances[k * width + level] = Math.log(smooth[level * count + k]);
    }
    return chances;
  });
  const total = table.rowCount + count;
  const logShare = Float64Array.from(weights, (weight) => Math.log((sumOf(weight) + 1) / total));
  return { count, logShare, logChance, logLikelihood: 0 };
}

function tallyLevels(tally: Float64Array, { levels, weights }: { levels: Uint8Array; weights: Float64Array }): void {
  for (let row = 0; row < levels.length; row++) tally[levels[row]] += weights[row];
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}
