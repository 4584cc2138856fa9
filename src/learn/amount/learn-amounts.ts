import type { Kernels } from '../../kernels/kernels.js';
import { openKernels } from '../../kernels/open-kernels.js';
import type { LengthPoint, Scorecard } from '../../model/scorecard.js';
import type { AdditiveFit } from '../additive-model.js';
import { cardCovariance } from '../card-covariance.js';
import { curveOfLosses, manyAccounts } from '../choose-length.js';
import { dealFolds } from '../deal-folds.js';
import { distilCards } from '../distil-cards.js';
import type { Family } from '../family.js';
import { termsOf } from '../fit-additive.js';
import { type FullTerms, fitMains, fullTermsOf, type MainFit } from '../fit-mains.js';
import { fullCard } from '../full-card.js';
import type { CodedTable } from '../grid.js';
import { keepCardShapes } from '../keep-card-shapes.js';
import type { CardChoice } from '../learn-scorecard.js';
import { pointsOfCard } from '../points-of-card.js';
import { scoreLength } from '../score-length.js';
import type { CardLength } from '../shorten-card.js';
import { amountLevels } from './amount-levels.js';
import { type AmountScale, scaleAmounts } from './amount-scale.js';
import { calibrateAmounts } from './calibrate-amounts.js';
import { tweedieFamily } from './tweedie-family.js';

export interface AmountOptions {
  readonly coded: CodedTable;
  /** What each account came to, ≥ 0. */
  readonly amounts: Float64Array;
  /** Accounts with equal numbers stay on one side of every split. */
  readonly groups: Int32Array;
  readonly seed: number;
  readonly length?: CardChoice;
}

export interface LearnedAmounts {
  readonly card: Scorecard;
  /** The short card: the same, or what is said of the long one in words that can be read. */
  readonly short: Scorecard;
  readonly scale: AmountScale;
}

const lengths = [60, 50, 42, 35, 30, 26, 22, 19, 16, 14, 12, 10, 8, 6, 4, 2, 0];
const shortest = { attributes: 12, rows: 35 };
const foldCount = 5;
const shortPoints = 20;
const fullPoints = 1000;

/**
 * Learns a scorecard of amounts: points are units of the logarithm of what an account is expected to come to, so a difference
 * in points is a multiple. The additive model is fitted to capped amounts by Tweedie quasi-likelihood, distilled
 * into shorter cards as that of yes and no is, and calibrated on accounts that each fold left out. Deterministic.
 */
export function learnAmounts(options: AmountOptions): LearnedAmounts {
  const { coded, amounts, length = 'fitting' } = options;
  const most = typeof length === 'number' ? length : shortest.rows;
  const scale = scaleAmounts(amounts);
  const context: Context = {
    kernels: openKernels(),
    coded,
    scale,
    family: tweedieFamily(scale.dispersion),
    terms: fullTermsOf(termsOf(coded, null)),
    labels: amounts.map((amount) => Math.min(amount, scale.cap) / scale.unit),
    wanted: [...new Set([most, ...lengths])].sort((a, b) => b - a),
    maxAttributes: Math.max(shortest.attributes, Math.ceil(most / 3)),
  };
  const fit = fitMains(context, context);
  const cards = [fullCard(fit.final), ...cardsOf(context, { full: fit.final, weights: null })];
  const crossed = crossFit(context, { ...options, fit });
  const curve = curveOf(cards, { crossed, context });
  const allowed = [...cards.keys()].filter((i) => i > 0 && cards[i].rows <= most);
  const short = typeof length === 'number' ? allowed[0] : shortestWithinNoise(curve, { among: allowed, amounts });
  const chosen =
    length === 'full'
      ? 0
      : length === 'fitting'
        ? shortestWithinNoise(curve, { among: [...cards.keys()], amounts })
        : short;
  const finish = (i: number) =>
    finishCard(cards[i], { ...options, context, fit, isFull: i === 0, crossed: crossed[i] });
  const told = curve.map((point, i): LengthPoint => ({ ...point, isChosen: i === chosen }));
  const shown = told.filter(
    ({ rows, isChosen }, i) => i === 0 || isChosen || !told.some((o, k) => k > 0 && k < i && o.rows === rows),
  );
  const shortCard = finish(short);
  return { card: { ...(chosen === short ? shortCard : finish(chosen)), curve: shown }, short: shortCard, scale };
}

interface Context {
  readonly kernels: Kernels;
  readonly coded: CodedTable;
  readonly scale: AmountScale;
  readonly family: Family;
  readonly terms: FullTerms;
  /** Capped amounts over their mean. */
  readonly labels: Float64Array;
  readonly wanted: readonly number[];
  readonly maxAttributes: number;
}

function cardsOf(context: Context, from: { full: AdditiveFit; weights: Float64Array | null }): CardLength[] {
  const { curvatureAt } = context.family;
  const cards = distilCards(context.coded.grids, { ...context, ...from, terms: context.terms.fine, curvatureAt });
  return cards.map((card) => keepCardShapes(card, from.full.terms));
}

/** What every account is expected to come to, as a logarithm over the unit, under the card of each length made without it. */
function crossFit(
  context: Context,
  { fit, amounts, groups, seed }: AmountOptions & { readonly fit: MainFit },
): Float64Array[] {
  const folds = dealFolds(groups, { labels: amountLevels(amounts), foldCount, seed });
  const crossed = [null, ...context.wanted].map(() => new Float64Array(amounts.length));
  for (let fold = 0; fold < foldCount; fold++) {
    const weights = Float64Array.from(folds, (other) => (other === fold ? 0 : 1));
    const share = weights.reduce((sum, weight) => sum + weight, 0) / amounts.length;
    if (share === 1 || !(share > 0)) continue;
    const { final } = fitMains(context, { ...context, weights, like: { fit, share } });
    for (let row = 0; row < amounts.length; row++) if (weights[row] === 0) crossed[0][row] = final.logOdds[row];
    cardsOf(context, { full: final, weights }).forEach((card, length) => {
      const isWanted = (row: number) => weights[row] === 0;
      scoreLength(card, { terms: context.terms.fine, into: crossed[length + 1], isWanted });
    });
  }
  return crossed;
}

/** Deviance on accounts that were left out, the mean alone having 1. */
function curveOf(
  cards: readonly CardLength[],
  { crossed, context }: { crossed: readonly Float64Array[]; context: Context },
): Omit<LengthPoint, 'isChosen'>[] {
  const { labels } = context;
  const deviance = (x: number, i: number) => {
    const root = Math.exp(0.5 * x);
    return labels[i] / root + root - 2 * Math.sqrt(labels[i]);
  };
  const alone = labels.reduce((sum, _, i) => sum + deviance(0, i), 0) / Math.max(1, labels.length);
  const sizes = cards.map(({ rows, terms }) => ({ attributes: terms.length, rows, pairs: 0 }));
  const losses = crossed.map((x) => x.map((value, i) => deviance(value, i) / Math.max(alone, 1e-12)));
  return curveOfLosses(sizes, losses);
}

/** The shortest length within one standard error of the best; with few accounts, that of least deviance. */
function shortestWithinNoise(
  curve: readonly Omit<LengthPoint, 'isChosen'>[],
  { among, amounts }: { among: readonly number[]; amounts: Float64Array },
): number {
  const tolerance = amounts.length < manyAccounts ? 0 : 1;
  const least = Math.min(...among.map((i) => curve[i].excess));
  const isClose = (i: number) => curve[i].excess - least <= tolerance * curve[i].standardError;
  return [...among].reverse().find(isClose) ?? among[0];
}

function finishCard(
  length: CardLength,
  {
    context,
    fit,
    isFull,
    crossed,
    amounts,
    groups,
  }: AmountOptions & { context: Context; fit: MainFit; isFull: boolean; crossed: Float64Array },
): Scorecard {
  const pointsPerLogit = isFull ? fullPoints : shortPoints;
  const { grids } = context.coded;
  const { curvatureAt } = context.family;
  const spread = isFull
    ? { variances: fit.final.terms.map(({ variance }) => variance) }
    : {
        covariances: cardCovariance(length, {
          ...context,
          terms: context.terms.fine,
          logOdds: fit.final.logOdds,
          curvatureAt,
        }),
      };
  const counts = fit.final.terms.map((term) => term.counts);
  const points = pointsOfCard(length, { grids, counts, spread, pointsPerLogit });
  const calibration = calibrateAmounts(crossed, { amounts, groups, ...context.scale });
  return {
    base: points.base,
    pointsPerLogit,
    terms: points.terms,
    pairs: [],
    calibration: { intercept: tidy(calibration.intercept), slope: tidy(calibration.slope / pointsPerLogit) },
    tierCuts: null,
    amount: {
      center: tidy(calibration.spread.center * pointsPerLogit),
      level: tidy(calibration.spread.level),
      slope: tidy(calibration.spread.slope / pointsPerLogit),
    },
    typical: points.typical,
  };
}

/** Twelve significant digits: sums in another order give the same document. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
