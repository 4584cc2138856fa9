import type { PurchaseHistory } from './purchase-histories.js';

export type PurchaseModelKind = 'bg-nbd' | 'mbg-nbd' | 'pareto-nbd';

/** A model of when customers buy and whether they still do, at given parameters. */
export interface PurchaseModel {
  readonly kind: PurchaseModelKind;
  /** Log-likelihood of one history. */
  logLikelihood(history: PurchaseHistory): number;
  /** Probability that the customer may still buy at the end of the history. */
  alive(history: PurchaseHistory): number;
  /** Expected purchases in the next `horizon` periods of a customer who is alive; recency does not matter then. */
  expectedWhileAlive(history: PurchaseHistory, horizon: number): number;
  /** The same as a distribution: P(n purchases | alive) at place n, up to where less than 1e-9 is left. */
  countsWhileAlive(history: PurchaseHistory, horizon: number): Float64Array;
}

/** Positive numbers in the order of `parameterNames`. */
export type Parameters = readonly [number, number, number, number];

export const parameterNames: Readonly<Record<PurchaseModelKind, readonly string[]>> = {
  'bg-nbd': ['r', 'alpha', 'a', 'b'],
  'mbg-nbd': ['r', 'alpha', 'a', 'b'],
  'pareto-nbd': ['r', 'alpha', 's', 'beta'],
};

/** What each parameter is about, in the order of `parameterNames`: two of how often, two of how long. */
export const parameterMeanings: readonly string[] = [
  'how differently often customers buy',
  'how often customers buy',
  'how differently soon customers leave',
  'how soon customers leave',
];

/** Parameters that maximise the likelihood, and how well they are known. */
export interface PurchaseFit {
  readonly status: 'fitted';
  readonly kind: PurchaseModelKind;
  readonly parameters: Parameters;
  /** 4 × 4, row-major, of the logarithms of the parameters. */
  readonly covariance: Float64Array;
  /** Of the histories that it was fitted on. */
  readonly logLikelihood: number;
  readonly customers: number;
  /** Customers that the fit looked at: all, or a sample where there are very many. */
  readonly fittedOn: number;
}

/** Too little or the wrong data for a model: why, in words. */
export interface Refused {
  readonly status: 'refused';
  readonly reasons: readonly string[];
}
