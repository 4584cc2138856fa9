import { checkHoldout, type HoldoutCheck } from './check-holdout.js';
import { fitPurchases } from './fit-purchases.js';
import type { PurchaseHistories } from './purchase-histories.js';
import { type PurchaseFit, type PurchaseModelKind, parameterNames, type Refused } from './purchase-model.js';
import { historiesAt, sampleRows } from './take-histories.js';

/** How a model did: what it was chosen or passed over for. */
export interface Contestant {
  readonly kind: PurchaseModelKind;
  /** On all of the observation. */
  readonly fit: PurchaseFit | Refused;
  /** Twice the number of parameters minus twice the log-likelihood: lower is better. Absent where refused. */
  readonly aic?: number;
  /** Fitted on the earlier part, judged on the later one. */
  readonly holdout?: HoldoutCheck;
}

export interface ModelChoice {
  readonly status: 'chosen';
  readonly fit: PurchaseFit;
  /** The check of the chosen one. */
  readonly holdout?: HoldoutCheck;
  /** Why this one, in words. */
  readonly reason: string;
  readonly contestants: readonly Contestant[];
}

/** An earlier part of the observation, and what came after it. */
export interface Holdout {
  readonly histories: PurchaseHistories;
  readonly later: Int32Array;
  readonly horizon: number;
}

interface Options {
  readonly holdout?: Holdout;
  readonly mostCustomers?: number;
  readonly seed?: number;
}

export const modelNames: Readonly<Record<PurchaseModelKind, string>> = {
  'bg-nbd': 'BG/NBD',
  'mbg-nbd': 'MBG/NBD',
  'pareto-nbd': 'Pareto/NBD',
};
/** Customers that tell the models apart: with these a difference of 0.001 in the log-likelihood of one shows. */
const judging = 25_000;
const z = 1.959964;
const kinds: readonly PurchaseModelKind[] = ['bg-nbd', 'mbg-nbd', 'pareto-nbd'];

/**
 * Fits the three models and takes the one under which the purchases that were kept out were likeliest; where these tell no
 * difference beyond chance, or no time was kept out, the one with the lowest AIC on all histories.
 */
export function choosePurchaseModel(histories: PurchaseHistories, options: Options = {}): ModelChoice | Refused {
  const { holdout, mostCustomers = 50_000, seed = 1 } = options;
  const sampled = holdout && sampleHoldout(holdout, { most: Math.min(mostCustomers, judging), seed });
  const contestants = kinds.map((kind): Contestant => {
    const fit = fitPurchases(histories, { kind, mostCustomers, seed });
    if (fit.status === 'refused') return { kind, fit };
    const early = sampled && fitPurchases(sampled.histories, { kind, mostCustomers, seed });
    const judged = early?.status === 'fitted' && sampled && checkHoldout(sampled.histories, { ...sampled, fit: early });
    const aic = 2 * parameterNames[kind].length - 2 * fit.logLikelihood;
    return { kind, fit, aic, ...(judged && { holdout: judged }) };
  });
  const ranked = rank(contestants);
  const [best, second] = ranked;
  if (best?.fit.status !== 'fitted') {
    const reasons = contestants.flatMap(({ kind, fit }) =>
      fit.status === 'refused' ? fit.reasons.map((reason) => `${modelNames[kind]}: ${reason}`) : [],
    );
    return { status: 'refused', reasons: shared(contestants) ?? reasons };
  }
  return {
    status: 'chosen',
    fit: best.fit,
    ...(best.holdout && { holdout: best.holdout }),
    reason: reasonOf(best, second),
    contestants,
  };
}

/**
 * By the time that was kept out where any was judged by it: the one under which it was likeliest, or of those that are no
 * worse beyond chance the one with the lowest AIC. Without such a time by AIC.
 */
function rank(contestants: readonly Contestant[]): readonly Contestant[] {
  const fitted = contestants.filter(({ fit }) => fit.status === 'fitted').sort((a, b) => (a.aic ?? 0) - (b.aic ?? 0));
  const [best] = fitted.filter(({ holdout }) => holdout).sort((a, b) => likelihoodOf(b) - likelihoodOf(a));
  if (!best) return fitted;
  const isLevel = (other: Contestant) => other.holdout !== undefined && !isBehind(other, best);
  const [level, behind] = [fitted.filter(isLevel), fitted.filter((other) => !isLevel(other))];
  return [...level, ...behind.sort((a, b) => likelihoodOf(b) - likelihoodOf(a))];
}

function reasonOf(best: Contestant, second: Contestant | undefined): string {
  const name = modelNames[best.kind];
  if (!second) return `${name}: the only model that the data bear`;
  const other = modelNames[second.kind];
  const aic = `AIC ${best.aic?.toFixed(1)} against ${second.aic?.toFixed(1)} of ${other}`;
  if (!best.holdout) return `${name}: no time was kept out, so by ${aic}`;
  if (!second.holdout) return `${name}: the only model that could be judged by the time that was kept out`;
  const apart = likelihoodOf(best) - likelihoodOf(second);
  const half = z * noiseOf(best, second);
  const difference = `log-likelihood ${likelihoodOf(best).toFixed(1)} against ${likelihoodOf(second).toFixed(1)} of ${other}; difference ${apart.toFixed(1)}, 95 % interval ${(apart - half).toFixed(1)} to ${(apart + half).toFixed(1)}`;
  if (isBehind(second, best))
    return `${name} told the purchases that were kept out better than chance explains (${difference})`;
  return apart < 0
    ? `On the purchases that were kept out ${name} did worse than ${other}, by no more than chance explains (${difference}); so the one that tells all purchases best was taken: ${name} (${aic}; lower is better)`
    : `On the purchases that were kept out ${name} did no worse than ${other} (${difference}), and it tells all purchases better (${aic}; lower is better)`;
}

/** The 95 % interval of the difference lies on one side of nothing. */
function isBehind(other: Contestant, best: Contestant): boolean {
  return likelihoodOf(best) - likelihoodOf(other) > z * noiseOf(best, other);
}

function likelihoodOf({ holdout }: Contestant): number {
  return holdout?.logLikelihood ?? Number.NEGATIVE_INFINITY;
}

/** Standard error of a sum of differences. */
function noiseOf(a: Contestant, b: Contestant): number {
  const [one, other] = [a.holdout?.logLikelihoods, b.holdout?.logLikelihoods];
  if (!one || !other) return 0;
  const apart = one.map((value, i) => value - other[i]);
  const mean = apart.reduce((sum, value) => sum + value, 0) / apart.length;
  return Math.sqrt(apart.reduce((sum, value) => sum + (value - mean) ** 2, 0));
}

/** Where all are refused for the same reasons these are said once. */
function shared(contestants: readonly Contestant[]): readonly string[] | undefined {
  const all = contestants.map(({ fit }) => (fit.status === 'refused' ? fit.reasons : []));
  return new Set(all.map((reasons) => reasons.join('\n'))).size === 1 ? all[0] : undefined;
}

function sampleHoldout(holdout: Holdout, { most, seed }: { most: number; seed: number }): Holdout {
  const rows = sampleRows(holdout.later.length, { most, seed });
  const later = Int32Array.from(rows, (row) => holdout.later[row]);
  return { histories: historiesAt(holdout.histories, rows), later, horizon: holdout.horizon };
}
