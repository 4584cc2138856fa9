import type { Kernels } from '../kernels/kernels.js';
import { openKernels } from '../kernels/open-kernels.js';
import { axisSize } from '../model/axis-size.js';
import type { LengthPoint, Scorecard } from '../model/scorecard.js';
import type { AdditiveFit } from './additive-model.js';
import { calibrateLogOdds } from './calibrate-log-odds.js';
import { cardCovariance } from './card-covariance.js';
import { curveOfLengths, type JudgedLength, shortestWithinNoise } from './choose-length.js';
import { dealFolds } from './deal-folds.js';
import { distilCards } from './distil-cards.js';
import { termsOf } from './fit-additive.js';
import { type FullFit, fitFull } from './fit-full.js';
import { type FullTerms, fullTermsOf } from './fit-mains.js';
import { fullCard } from './full-card.js';
import type { CodedTable } from './grid.js';
import { keepCardShapes } from './keep-card-shapes.js';
import { pairsOfCard } from './pairs-of-card.js';
import { pointsOfCard, type TermEffect } from './points-of-card.js';
import { type LabelledAccounts, sampleAccounts } from './sample-accounts.js';
import { scoreLength } from './score-length.js';
import type { CardLength } from './shorten-card.js';
import { tellingPairs } from './telling-pairs.js';
import type { ShapePrior } from './term-block.js';
import { termsLike } from './terms-like.js';

export interface LearnOptions {
  readonly coded: CodedTable;
  /** 1: the account had the outcome. */
  readonly labels: Uint8Array;
  /** Time of each account, or null where none is known. With it, short cards keep closer to the shapes of the full model. */
  readonly order: Float64Array | null;
  /** Accounts with equal numbers stay on one side of every split. */
  readonly groups: Int32Array;
  readonly seed: number;
  /** Beliefs for each grid, or null. */
  readonly priors?: readonly (ShapePrior | null)[] | null;
  /** Which length is wanted. Default `fitting`. */
  readonly length?: CardChoice;
  /** Of the short cards. Default 12, or a third of the rows asked for. */
  readonly maxAttributes?: number;
}

/**
 * `fitting`: the shortest whose held-out loss is within noise of the best, the full model among them; `full`; `short`: of
 * at most 12 attributes and 35 rows; or the longest with at most so many rows.
 */
export type CardChoice = 'fitting' | 'full' | 'short' | number;

export interface LearnedScorecard {
  readonly card: Scorecard;
  /** The short card: the same, or what is said of the long one in words that can be read. */
  readonly short: Scorecard;
  /** Of the rows of `short`. */
  readonly effects: readonly TermEffect[];
  readonly curve: readonly LengthPoint[];
  readonly full: AdditiveFit;
}

const lengths = [60, 50, 42, 35, 30, 26, 22, 19, 16, 14, 12, 10, 8, 6, 4, 2, 0];
const shortest = { attributes: 12, rows: 35 };
const foldCount = 5;
/** Of more accounts some are enough to choose: precisions, pairs, length and calibration; all count in the full model. */
const judgedAccounts = 40_000;
/** Whole points that people can add up … */
const shortPoints = 20;
/** … and thousandths of a logit, which lose nothing of the full model. */
const fullPoints = 1000;

/**
 * Learns a points scorecard: the full additive model is fitted, distilled into cards of falling length, and one of them
 * or the full model itself is kept, calibrated on the accounts that each fold left out. By default it is the shortest
 * whose cross-validated loss and AUC are both within one standard error of the best (that of least loss below 2,000
 * accounts). Deterministic for equal input.
 */
export function learnScorecard(options: LearnOptions): LearnedScorecard {
  const { coded, labels, length = 'fitting' } = options;
  const most = typeof length === 'number' ? length : shortest.rows;
  const sample = sampleAccounts(options, { most: judgedAccounts, seed: options.seed });
  const isAll = sample.labels.length === labels.length;
  const kernels = openKernels();
  const context: Context = {
    ...sample,
    kernels,
    isInTime: options.order !== null,
    terms: fullTermsOf(termsOf(sample.coded, options.priors ?? null)),
    wanted: [...new Set([most, ...lengths])].sort((a, b) => b - a),
    maxAttributes: options.maxAttributes ?? Math.max(shortest.attributes, Math.ceil(most / 3)),
  };
  const judging = fitFull(context, {
    kernels,
    deals: dealPairFolds({ ...sample, seed: options.seed }),
    isApart: new Set(sample.groups).size === sample.groups.length,
  });
  const crossed = crossFit(context, { seed: options.seed, full: judging });
  const terms = isAll ? context.terms : termsLike(termsOf(coded, options.priors ?? null), context.terms);
  const like = { fit: judging, share: labels.length / sample.labels.length };
  const fit = isAll ? judging : fitFull({ terms, labels }, { like, kernels });
  // The full model is the first of the lengths.
  const all: Context = { ...context, coded, labels, terms };
  const cards = [fullCard(fit.final), ...cardsOf(all, { full: fit.final, weights: null })];
  const finish = (i: number) =>
    finishCard(cards[i], { context: all, fit, isFull: i === 0, crossed: crossed?.[i], judged: sample.labels });
  const full = finish(0);
  const judged = crossed?.map((logOdds, i) => ({ ...(i === 0 ? sizeOf(full.card) : sizeOfLength(cards[i])), logOdds }));
  const allowed = [...cards.keys()].filter((i) => i > 0 && cards[i].rows <= most);
  const by = { judged: judged ?? [], labels: sample.labels };
  const short = !judged || typeof length === 'number' ? allowed[0] : chooseAmong(allowed, by);
  const chosen =
    length === 'full' ? 0 : length === 'fitting' && judged ? shortestWithinNoise(judged, by.labels) : short;
  const curve = judged === undefined ? [] : withoutRepeats(curveOfLengths(judged, by.labels), chosen);
  const shortCard = finish(short);
  const card = chosen === 0 ? full.card : chosen === short ? shortCard.card : finish(chosen).card;
  return {
    card: { ...card, ...(curve.length === 0 ? {} : { curve }) },
    short: shortCard.card,
    effects: shortCard.effects,
    curve,
    full: fit.final,
  };
}

/** Folds by which pairs are judged: several partitions of few accounts, whose folds differ much. */
function dealPairFolds({ groups, labels, seed }: Pick<LearnOptions, 'groups' | 'labels' | 'seed'>): Uint8Array[] {
  const dealCount = labels.length < 2000 ? 2 : 1;
  return Array.from({ length: dealCount }, (_, deal) => dealFolds(groups, { labels, foldCount, seed: seed + deal }));
}

function chooseAmong(
  indices: readonly number[],
  { judged, labels }: { judged: readonly JudgedLength[]; labels: Uint8Array },
): number {
  const some = indices.map((i) => judged[i]);
  return indices[shortestWithinNoise(some, labels)];
}

function sizeOfLength({ rows, terms }: CardLength) {
  return { attributes: terms.length, rows, pairs: 0 };
}

function sizeOf({ terms, pairs }: Scorecard) {
  const axes = [...terms, ...pairs.flatMap((pair) => pair.axes)];
  return {
    attributes: new Set(axes.map(({ attribute }) => attribute)).size,
    rows: terms.reduce((sum, term) => sum + axisSize(term), 0),
    pairs: pairs.length,
  };
}

/** Where a card has no more rows to give, longer lengths repeat it. */
function withoutRepeats(points: readonly Omit<LengthPoint, 'isChosen'>[], chosen: number): LengthPoint[] {
  return points
    .map((point, i) => ({ ...point, isChosen: i === chosen }))
    .filter(({ rows, isChosen }, i, all) => {
      const isRepeated = all.some((other, k) => k > 0 && k !== i && other.rows === rows && (other.isChosen || k < i));
      return i === 0 || isChosen || !isRepeated;
    });
}

const unchanged = { intercept: 0, slope: 1 };

/** Log-odds of a card as whole points, calibrated. */
function finishCard(
  length: CardLength,
  {
    context,
    fit,
    isFull,
    crossed,
    judged,
  }: { context: Context; fit: FullFit; isFull: boolean; crossed: Float64Array | undefined; judged: Uint8Array },
): { card: Scorecard; effects: readonly TermEffect[] } {
  const pointsPerLogit = isFull ? fullPoints : shortPoints;
  const spread = isFull
    ? { variances: fit.final.terms.map(({ variance }) => variance) }
    : { covariances: cardCovariance(length, { ...context, terms: context.terms.fine, logOdds: fit.final.logOdds }) };
  const { grids } = context.coded;
  const counts = fit.final.terms.map((term) => term.counts);
  const points = pointsOfCard(length, { grids, counts, spread, pointsPerLogit });
  const together = pairsOfCard(isFull ? tellingPairs(fit.pairs) : [], { grids, pointsPerLogit });
  const { intercept, slope } = crossed === undefined ? unchanged : calibrateLogOdds(crossed, judged);
  // What makes the full model of a sample too sure of itself falls as accounts are added; what shortens a card does not.
  const kept = isFull ? judged.length / context.labels.length : 1;
  const calibration = { intercept: kept * intercept, slope: 1 + kept * (slope - 1) };
  const card: Scorecard = {
    base: points.base,
    pointsPerLogit,
    terms: points.terms,
    pairs: together.pairs,
    calibration: { intercept: tidy(calibration.intercept), slope: tidy(calibration.slope / pointsPerLogit) },
    tierCuts: null,
    typical: [...points.typical, ...together.typical],
  };
  return { card, effects: points.effects };
}

interface Context extends LabelledAccounts {
  readonly isInTime: boolean;
  readonly kernels: Kernels;
  readonly terms: FullTerms;
  readonly wanted: readonly number[];
  readonly maxAttributes: number;
}

function cardsOf(context: Context, from: { full: AdditiveFit; weights: Float64Array | null }): CardLength[] {
  const cards = distilCards(context.coded.grids, { ...context, ...from, terms: context.terms.fine });
  return cards.map((card) => keepCardShapes(card, from.full.terms));
}

/** Log-odds of every account under the card of each length, the full model first, made without it; null with too few outcomes to try. */
function crossFit(context: Context, options: { seed: number; full: FullFit }): Float64Array[] | null {
  const { labels, groups } = context;
  const positives = labels.reduce((sum, label) => sum + label, 0);
  if (Math.min(positives, labels.length - positives) < foldCount) return null;
  const folds = dealFolds(groups, { labels, foldCount, seed: options.seed });
  const crossed = [null, ...context.wanted].map(() => new Float64Array(labels.length));
  for (let fold = 0; fold < foldCount; fold++) {
    const weights = Float64Array.from(folds, (other) => (other === fold ? 0 : 1));
    const share = weights.reduce((sum, weight) => sum + weight, 0) / labels.length;
    const like = { fit: options.full, share };
    const { final } = fitFull({ terms: context.terms, labels }, { weights, like, kernels: context.kernels });
    for (let row = 0; row < labels.length; row++) if (weights[row] === 0) crossed[0][row] = final.logOdds[row];
    cardsOf(context, { full: final, weights }).forEach((card, length) => {
      const isWanted = (row: number) => weights[row] === 0;
      scoreLength(card, { terms: context.terms.fine, into: crossed[length + 1], isWanted });
    });
  }
  return crossed;
}

/** Twelve significant digits: sums in another order give the same document. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
