import type { Kernels } from '../kernels/kernels.js';
import { plainKernels } from '../kernels/plain-kernels.js';
import { invertSymmetric } from '../stats/invert-symmetric.js';
import type { CrossHessian, TermInput } from './additive-model.js';
import { crossHessian } from './cross-hessian.js';
import type { Family } from './family.js';
import { sharedPrecision } from './fit-mains.js';
import { joinCodes } from './join-codes.js';
import { logisticFamily } from './logistic-family.js';
import type { CardLength } from './shorten-card.js';

/**
 * How far the accounts leave the values of a card open, all terms together and the intercept with them: the inverse of
 * their curvature and of the prior that the full model was fitted under (Laplace's approximation).
 * @param from `logOdds` of each account under the full model; `curvatureAt` them unless the outcome is yes or no.
 * @returns for each term of the card, groups × groups, row-major.
 */
export function cardCovariance(
  card: CardLength,
  from: {
    readonly terms: readonly TermInput[];
    readonly logOdds: Float64Array;
    readonly curvatureAt?: Family['curvatureAt'];
    /** Default: plain ones. */
    readonly kernels?: Kernels;
  },
): Float64Array[] {
  const levels = card.terms.map(({ index, groupOf, values }): TermInput => {
    const { codes, prior } = from.terms[index];
    // Cells that no account had do not occur among the codes.
    const cells = Uint8Array.from(groupOf, (group) => Math.max(0, group));
    const precision = new Float64Array(values.length);
    groupOf.forEach((group, cell) => {
      if (group >= 0) precision[group] += prior?.precision[cell] ?? 0;
    });
    const mean = new Float64Array(values.length);
    return {
      codes: joinCodes(codes, cells),
      size: values.length,
      ordered: 0,
      prior: { mean, precision },
    };
  });
  const curvature = from.logOdds.map(from.curvatureAt ?? logisticFamily.curvatureAt);
  const hessian = crossHessian(levels, {
    curvature,
    kernels: from.kernels ?? plainKernels(),
  });
  addPriors(hessian, levels);
  const covariance = invertSymmetric(hessian.values, hessian.size);
  return levels.map(({ size }, t) => {
    const offset = hessian.offsets[t];
    return Float64Array.from({ length: size * size }, (_, k) => {
      const row = offset + Math.floor(k / size);
      return covariance[row * hessian.size + offset + (k % size)];
    });
  });
}

function addPriors(hessian: CrossHessian, levels: readonly TermInput[]): void {
  // One account's worth keeps the intercept open where there are only beliefs.
  hessian.values[0] += 0.25;
  levels.forEach(({ size, prior }, t) => {
    for (let k = 0; k < size; k++) {
      const at = hessian.offsets[t] + k;
      hessian.values[at * hessian.size + at] += sharedPrecision + (prior?.precision[k] ?? 0);
    }
  });
}
