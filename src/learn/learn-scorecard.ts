import type { Scorecard } from '../model/scorecard.js';
import { auc } from '../stats/auc.js';
import { aucDifference } from '../stats/auc-difference.js';
import type { AdditiveFit } from './additive-model.js';
import { calibrateLogOdds } from './calibrate-log-odds.js';
import { cardCovariance } from './card-covariance.js';
import { dealFolds } from './deal-folds.js';
import { draftCard } from './draft-card.js';
import { termsOf } from './fit-additive.js';
import { type FullFit, type FullTerms, fitFull, fullTermsOf } from './fit-full.js';
import type { CodedTable } from './grid.js';
import { pointsOfCard, type TermEffect } from './points-of-card.js';
import { projectCard } from './project-card.js';
import { type CardLength, shortenCard } from './shorten-card.js';
import type { ShapePrior } from './term-block.js';

export interface LearnOptions {
  readonly coded: CodedTable;
  /** 1: the account had the outcome. */
  readonly labels: Uint8Array;
  /**
   * Time of each account, or null where only the order of the rows is known. Not used yet: what holds
   * in time does so because of the shared prior.
   */
  readonly order: Float64Array | null;
  /** Accounts with equal numbers stay on one side of every split. */
  readonly groups: Int32Array;
  readonly seed: number;
  /** Beliefs for each grid, or null. */
  readonly priors?: readonly (ShapePrior | null)[] | null;
  readonly maxAttributes?: number;
  readonly maxRows?: number;
  readonly pointsPerLogit?: number;
}

/** Mean log-loss of cards of one length on accounts that they were not made from. */
export interface LengthPoint {
  readonly rows: number;
  readonly attributes: number;
  readonly logLoss: number;
  /** Loss above the length of least loss, and its standard error. */
  readonly excess: number;
  readonly standardError: number;
}

export interface LearnedScorecard {
  readonly card: Scorecard;
  readonly effects: readonly TermEffect[];
  readonly curve: readonly LengthPoint[];
  readonly full: AdditiveFit;
}

const lengths = [60, 50, 42, 35, 30, 26, 22, 19, 16, 14, 12, 10, 8, 6, 4, 2, 0];
const foldCount = 5;
/** With fewer accounts a standard error hides real effects: the length of least loss is taken, not the shortest near it. */
const manyAccounts = 2000;

/**
 * Learns a points scorecard: the full additive model is fitted, distilled into cards of falling length, and the shortest
 * whose cross-validated loss and AUC are both within one standard error of the best is kept (that of least loss below
 * 2,000 accounts), in whole points, calibrated on the
 * accounts that each fold left out. Deterministic for equal input.
 */
export function learnScorecard(options: LearnOptions): LearnedScorecard {
  const { coded, labels, pointsPerLogit = 20 } = options;
  const terms = fullTermsOf(termsOf(coded, options.priors ?? null));
  const wanted = lengths.filter((rows) => rows <= (options.maxRows ?? 35));
  const context: Context = { coded, labels, terms, wanted, maxAttributes: options.maxAttributes ?? 12 };
  const full = fitFull({ terms, labels });
  const cards = cardsOf(context, { full: full.final, weights: null });
  const crossed = crossFit(context, { ...options, full });
  const curve = curveOf(cards, { crossed, labels });
  const chosen = crossed === null ? 0 : shortestWithinNoise(curve, { crossed, labels });
  const counts = full.final.terms.map((term) => term.counts);
  const covariances = cardCovariance(cards[chosen], { terms: terms.fine, logOdds: full.final.logOdds });
  const points = pointsOfCard(cards[chosen], { grids: coded.grids, counts, covariances, pointsPerLogit });
  const calibration = crossed === null ? { intercept: 0, slope: 1 } : calibrateLogOdds(crossed[chosen], labels);
  const card: Scorecard = {
    base: points.base,
    pointsPerLogit,
    terms: points.terms,
    pairs: [],
    calibration: { intercept: tidy(calibration.intercept), slope: tidy(calibration.slope / pointsPerLogit) },
    tierCuts: null,
    typical: points.typical,
  };
  return { card, effects: points.effects, curve, full: full.final };
}

interface Context {
  readonly coded: CodedTable;
  readonly labels: Uint8Array;
  readonly terms: FullTerms;
  readonly wanted: readonly number[];
  readonly maxAttributes: number;
}

function cardsOf(context: Context, from: { full: AdditiveFit; weights: Float64Array | null }): CardLength[] {
  const draft = draftCard(context.coded.grids, from.full.terms);
  const projection = projectCard(draft, { ...from, terms: context.terms.fine });
  return shortenCard(draft, { projection, maxAttributes: context.maxAttributes, wanted: context.wanted });
}

/** Log-odds of every account under the card of each length that was made without it; null with too few outcomes to try. */
function crossFit(
  context: Context,
  options: { groups: Int32Array; seed: number; full: FullFit },
): Float64Array[] | null {
  const { labels } = context;
  const positives = labels.reduce((sum, label) => sum + label, 0);
  if (Math.min(positives, labels.length - positives) < foldCount) return null;
  const folds = dealFolds(options.groups, { labels, foldCount, seed: options.seed });
  const crossed = context.wanted.map(() => new Float64Array(labels.length));
  for (let fold = 0; fold < foldCount; fold++) {
    const weights = Float64Array.from(folds, (other) => (other === fold ? 0 : 1));
    const share = weights.reduce((sum, weight) => sum + weight, 0) / labels.length;
    const like = { fit: options.full, share };
    const { final } = fitFull({ terms: context.terms, labels }, { weights, like });
    cardsOf(context, { full: final, weights }).forEach((card, length) => {
      scoreRows(card, { context, into: crossed[length], isWanted: (row) => weights[row] === 0 });
    });
  }
  return crossed;
}

function scoreRows(
  card: CardLength,
  at: { context: Context; into: Float64Array; isWanted: (row: number) => boolean },
): void {
  const terms = at.context.terms.fine;
  const values = card.terms.map((term) => {
    // A cell that no account had is worth the mean of the others.
    const mean = term.values.reduce((sum, value) => sum + value, 0) / term.values.length;
    return Float64Array.from(term.groupOf, (group) => (group < 0 ? mean : term.values[group]));
  });
  const codes = card.terms.map(({ index }) => terms[index].codes);
  for (let row = 0; row < at.into.length; row++) {
    if (!at.isWanted(row)) continue;
    let sum = card.intercept;
    for (let t = 0; t < values.length; t++) sum += values[t][codes[t][row]];
    at.into[row] = sum;
  }
}

function curveOf(
  cards: readonly CardLength[],
  { crossed, labels }: { crossed: readonly Float64Array[] | null; labels: Uint8Array },
): LengthPoint[] {
  if (crossed === null) return [];
  const losses = crossed.map((logOdds) => logOdds.map((x, i) => lossOf(x, labels[i])));
  const means = losses.map((loss) => loss.reduce((sum, value) => sum + value, 0) / loss.length);
  const best = means.indexOf(Math.min(...means));
  return cards.map(({ rows, terms }, length) => {
    const excess = means[length] - means[best];
    let square = 0;
    for (let i = 0; i < labels.length; i++) square += (losses[length][i] - losses[best][i] - excess) ** 2;
    const standardError = Math.sqrt(square) / labels.length;
    return { rows, attributes: terms.length, logLoss: means[length], excess, standardError };
  });
}

function lossOf(logOdds: number, label: number): number {
  const x = label === 1 ? -logOdds : logOdds;
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/** Loss decides first; among lengths that it cannot tell apart the order must not be worse either. */
function shortestWithinNoise(
  curve: readonly LengthPoint[],
  { crossed, labels }: { crossed: readonly Float64Array[]; labels: Uint8Array },
): number {
  const tolerance = labels.length < manyAccounts ? 0 : 1;
  const close = [...curve.keys()].filter((length) => curve[length].excess <= tolerance * curve[length].standardError);
  const aucs = close.map((length) => auc(crossed[length], labels));
  const best = close[aucs.indexOf(Math.max(...aucs))];
  const isWorse = (length: number) => {
    const { estimate, lower } = aucDifference([crossed[best], crossed[length]], labels);
    return estimate > (estimate - lower) / 1.959964;
  };
  return close.reverse().find((length) => length === best || !isWorse(length)) ?? 0;
}

/** Twelve significant digits: sums in another order give the same document. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
