import { fitPurchases, type ParameterPrior } from './fit-purchases.js';
import type { PurchaseHistories } from './purchase-histories.js';
import type { PurchaseFit } from './purchase-model.js';
import { historiesAt } from './take-histories.js';

export interface SegmentFit {
  readonly segment: number;
  readonly customers: number;
  readonly fit: PurchaseFit;
  /** `whole`: the segment does not bear a fit, so it has that of all customers. */
  readonly source: 'segment' | 'whole';
}

interface Options {
  /** The fit of all customers. */
  readonly whole: PurchaseFit;
  /** Segment of each customer: 0 … segments − 1. */
  readonly segmentOf: ArrayLike<number>;
  readonly segments: number;
  readonly mostCustomers?: number;
  readonly seed?: number;
}

/** Segments differ at least, and at most, so much in the logarithm of a parameter (standard deviation). */
const spread = { least: 0.05, most: 2, unknown: 0.25 };

/**
 * Covariates enter by segment: the model fitted for each, drawn towards the fit of all customers by a normal prior on the
 * logarithms, whose width is how much the segments that bear a fit of their own differ beyond chance. Few customers: nearly
 * the whole's parameters; many: their own.
 * Source of the width: R. DerSimonian, N. Laird, Controlled Clinical Trials 7 (1986) 177–188.
 */
export function fitSegments(
  histories: PurchaseHistories,
  { whole, segmentOf, segments, ...options }: Options,
): readonly SegmentFit[] {
  const rowsOf: number[][] = Array.from({ length: segments }, () => []);
  for (let row = 0; row < segmentOf.length; row++) rowsOf[segmentOf[row]].push(row);
  const parts = rowsOf.map((rows) => historiesAt(histories, rows));
  const own = parts.map((part) => fitPurchases(part, { kind: whole.kind, ...options }));
  const prior = priorOf(
    whole,
    own.filter((fit) => fit.status === 'fitted'),
  );
  return parts.map((part, segment) => {
    const customers = part.repeats.length;
    const fit = customers > 0 ? fitPurchases(part, { kind: whole.kind, prior, ...options }) : undefined;
    return fit?.status === 'fitted'
      ? { segment, customers, fit, source: 'segment' }
      : { segment, customers, fit: whole, source: 'whole' };
  });
}

function priorOf(whole: PurchaseFit, own: readonly PurchaseFit[]): ParameterPrior {
  const centre = whole.parameters.map(Math.log);
  const size = centre.length;
  return {
    centre,
    spread: centre.map((_, k) => {
      if (own.length < 2) return spread.unknown;
      const logs = own.map(({ parameters }) => Math.log(parameters[k]));
      const variance = between(
        logs,
        own.map(({ covariance }) => covariance[k * (size + 1)]),
      );
      return Math.min(spread.most, Math.max(spread.least, Math.sqrt(variance)));
    }),
  };
}

/** Variance of what was estimated, the variance of estimating it taken off. */
function between(estimates: readonly number[], variances: readonly number[]): number {
  const weights = variances.map((variance) => 1 / variance);
  const all = sumOf(weights);
  const mean = sumOf(estimates.map((x, i) => x * weights[i])) / all;
  const scatter = sumOf(estimates.map((x, i) => weights[i] * (x - mean) ** 2));
  return Math.max(0, (scatter - (estimates.length - 1)) / (all - sumOf(weights.map((w) => w * w)) / all));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
