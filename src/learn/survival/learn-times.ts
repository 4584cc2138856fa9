import type { Durations } from '../../model/duration.js';
import type { LengthPoint, Scorecard } from '../../model/scorecard.js';
import { cardCovariance } from '../card-covariance.js';
import { curveOfLosses, manyAccounts } from '../choose-length.js';
import { dealFolds } from '../deal-folds.js';
import { distilCards } from '../distil-cards.js';
import { termsOf } from '../fit-additive.js';
import { type FullTerms, fullTermsOf } from '../fit-mains.js';
import { fullCard } from '../full-card.js';
import type { CodedTable } from '../grid.js';
import type { CardChoice } from '../learn-scorecard.js';
import { pointsOfCard } from '../points-of-card.js';
import { scoreLength } from '../score-length.js';
import type { CardLength } from '../shorten-card.js';
import { termsLike } from '../terms-like.js';
import { calibrateTimes } from './calibrate-times.js';
import { fitBase } from './fit-base.js';
import { fitHazard, type HazardFit } from './fit-hazard.js';
import { hazardLosses } from './hazard-family.js';
import { riskTable } from './risk-table.js';
import { sampleDurations } from './sample-durations.js';
import { exposuresOf, type TimeBins } from './time-bins.js';

export interface TimeOptions extends Durations {
  readonly coded: CodedTable;
  /** Accounts with equal numbers stay on one side of every split. */
  readonly groups: Int32Array;
  readonly bins: TimeBins;
  /** The time after which shares kept are told. */
  readonly horizon: number;
  readonly seed: number;
  readonly length?: CardChoice;
}

export interface LearnedTimes {
  readonly card: Scorecard;
  /** The short card: the same, or what is said of the long one in words that can be read. */
  readonly short: Scorecard;
}

const lengths = [60, 50, 42, 35, 30, 26, 22, 19, 16, 14, 12, 10, 8, 6, 4, 2, 0];
const shortest = { attributes: 12, rows: 35 };
const foldCount = 5;
/** Of more accounts some are enough to choose precisions, length and calibration; all count in the full model. */
const judgedAccounts = 40_000;
const shortPoints = 20;
const fullPoints = 1000;

/**
 * Learns a scorecard of time: points are units of the log-odds of staying one period more, so that more points last longer. The
 * additive model is fitted to person-periods, distilled into shorter cards as that of yes and no is, and calibrated on accounts
 * that each fold left out. Deterministic.
 */
export function learnTimes(options: TimeOptions): LearnedTimes {
  const { coded, bins, length = 'fitting' } = options;
  const most = typeof length === 'number' ? length : shortest.rows;
  const sample = sampleDurations(options, { most: judgedAccounts });
  const isAll = sample.durations.length === options.durations.length;
  const context: Context = {
    ...sample,
    terms: fullTermsOf(termsOf(sample.coded, null)),
    exposures: exposuresOf(sample, bins),
    bins: bins.edges.length,
    wanted: [...new Set([most, ...lengths])].sort((a, b) => b - a),
    maxAttributes: Math.max(shortest.attributes, Math.ceil(most / 3)),
  };
  const judging = fitHazard(context);
  const crossed = crossFit(context, { judging, seed: options.seed });
  const all: Context = isAll
    ? context
    : {
        ...context,
        ...options,
        terms: termsLike(termsOf(coded, null), context.terms),
        exposures: exposuresOf(options, bins),
        bins: context.bins,
      };
  const share = options.durations.length / sample.durations.length;
  const fit = isAll ? judging : fitHazard(all, { like: { fit: judging, share } });
  const cards = [fullCard(fit.main.final), ...cardsOf(all, { fit, weights: null })];
  const curve = curveOf(cards, { crossed, context });
  const allowed = [...cards.keys()].filter((i) => i > 0 && cards[i].rows <= most);
  const accounts = sample.durations.length;
  const short = typeof length === 'number' ? allowed[0] : shortestWithinNoise(curve, { among: allowed, accounts });
  const chosen =
    length === 'full'
      ? 0
      : length === 'fitting'
        ? shortestWithinNoise(curve, { among: [...cards.keys()], accounts })
        : short;
  const finish = (i: number) =>
    finishCard(cards[i], { all, context, fit, isFull: i === 0, crossed: crossed[i], ...options });
  const told = curve.map((point, i): LengthPoint => ({ ...point, isChosen: i === chosen }));
  const shown = told.filter(
    ({ rows, isChosen }, i) => i === 0 || isChosen || !told.some((o, k) => k > 0 && k < i && o.rows === rows),
  );
  const shortCard = finish(short);
  return { card: { ...(chosen === short ? shortCard : finish(chosen)), curve: shown }, short: shortCard };
}

interface Context extends Durations {
  readonly coded: CodedTable;
  readonly groups: Int32Array;
  readonly terms: FullTerms;
  readonly exposures: Float64Array;
  /** How many bins of time there are. */
  readonly bins: number;
  readonly wanted: readonly number[];
  readonly maxAttributes: number;
}

function cardsOf(context: Context, from: { fit: HazardFit; weights: Float64Array | null }): CardLength[] {
  const full = from.fit.main.final;
  // What an account is worth depends on how long it was watched, not on its predictor alone.
  const { curvature } = from.fit;
  const weights = from.weights === null ? curvature : curvature.map((value, i) => value * (from.weights?.[i] ?? 1));
  const projected = { full, weights, terms: context.terms.fine, curvatureAt: () => 1 };
  return distilCards(context.coded.grids, { ...context, ...projected });
}

/** The predictor of every account under the card of each length, the full model first, made without it. */
function crossFit(context: Context, { judging, seed }: { judging: HazardFit; seed: number }): Float64Array[] {
  const folds = dealFolds(context.groups, { labels: context.events, foldCount, seed });
  const count = context.exposures.length;
  const crossed = [null, ...context.wanted].map(() => new Float64Array(count));
  for (let fold = 0; fold < foldCount; fold++) {
    const weights = Float64Array.from(folds, (other) => (other === fold ? 0 : 1));
    const share = weights.reduce((sum, weight) => sum + weight, 0) / count;
    if (share === 1 || !(share > 0)) continue;
    const fit = fitHazard(context, { weights, like: { fit: judging, share } });
    const { logOdds } = fit.main.final;
    for (let row = 0; row < count; row++) if (weights[row] === 0) crossed[0][row] = logOdds[row];
    cardsOf(context, { fit, weights }).forEach((card, length) => {
      const isWanted = (row: number) => weights[row] === 0;
      scoreLength(card, { terms: context.terms.fine, into: crossed[length + 1], isWanted });
    });
  }
  return crossed;
}

/** Loss on accounts that were left out, the base alone having 1. */
function curveOf(
  cards: readonly CardLength[],
  { crossed, context }: { crossed: readonly Float64Array[]; context: Context },
): Omit<LengthPoint, 'isChosen'>[] {
  const { exposures, bins } = context;
  const lossesAt = (predictor: Float64Array) => {
    const base = fitBase(riskTable(predictor, { exposures, bins }));
    return hazardLosses(base.values, { exposures, predictor });
  };
  const alone = lossesAt(new Float64Array(exposures.length));
  const mean = alone.reduce((sum, loss) => sum + loss, 0) / Math.max(1, alone.length);
  const sizes = cards.map(({ rows, terms }) => ({ attributes: terms.length, rows, pairs: 0 }));
  const losses = crossed.map((predictor) => lossesAt(predictor).map((loss) => loss / Math.max(mean, 1e-12)));
  return curveOfLosses(sizes, losses);
}

/** The shortest length within one standard error of the best; with few accounts, that of least loss. */
function shortestWithinNoise(
  curve: readonly Omit<LengthPoint, 'isChosen'>[],
  { among, accounts }: { among: readonly number[]; accounts: number },
): number {
  const tolerance = accounts < manyAccounts ? 0 : 1;
  const least = Math.min(...among.map((i) => curve[i].excess));
  const isClose = (i: number) => curve[i].excess - least <= tolerance * curve[i].standardError;
  return [...among].reverse().find(isClose) ?? among[0];
}

interface Finished {
  readonly all: Context;
  readonly context: Context;
  readonly fit: HazardFit;
  readonly isFull: boolean;
  readonly crossed: Float64Array;
  readonly bins: TimeBins;
  readonly horizon: number;
}

function finishCard(length: CardLength, { all, context, fit, isFull, crossed, bins, horizon }: Finished): Scorecard {
  const pointsPerLogit = isFull ? fullPoints : shortPoints;
  const { terms } = fit.main.final;
  const spread = isFull
    ? { variances: terms.map(({ variance }) => variance) }
    : {
        covariances: cardCovariance(length, {
          terms: all.terms.fine,
          logOdds: fit.curvature,
          curvatureAt: (curvature) => curvature,
        }),
      };
  const counts = terms.map((term) => term.counts);
  const points = pointsOfCard(length, { grids: all.coded.grids, counts, spread, pointsPerLogit });
  const calibration = calibrateTimes(crossed, { exposures: context.exposures, bins, horizon });
  return {
    base: points.base,
    pointsPerLogit,
    terms: points.terms,
    pairs: [],
    calibration: { intercept: 0, slope: tidy(calibration.slope / pointsPerLogit) },
    tierCuts: null,
    time: {
      from: bins.from,
      edges: [...bins.edges],
      stay: Array.from(calibration.base, (value) => Number(value.toPrecision(6))),
      horizon,
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
