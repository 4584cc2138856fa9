import type { AdditiveFit } from '../additive-model.js';
import type { Family } from '../family.js';
import { fitAdditive } from '../fit-additive.js';
import { type FullTerms, fitMains, type MainFit, sharedPrecision } from '../fit-mains.js';
import { type Base, fitBase } from './fit-base.js';
import { hazardFamily } from './hazard-family.js';
import { riskTable } from './risk-table.js';

/** The additive person-period model. */
export interface HazardFit {
  readonly base: Base;
  readonly main: MainFit;
  /** Information that each account bears on its own predictor. */
  readonly curvature: Float64Array;
}

const mostTurns = 8;
/** Bases that differ less than this everywhere are the same. */
const enough = 0.01;

/**
 * Base and attributes take turns on few cells until the base stands; the additive engine then does with it what it does with
 * any family, and the base is brought up to date.
 * @param options `like`: a fit of which these accounts are a `share`, to start from.
 */
export function fitHazard(
  data: { readonly terms: FullTerms; readonly exposures: Float64Array; readonly bins: number },
  options: {
    readonly weights?: Float64Array | null;
    readonly like?: { readonly fit: HazardFit; readonly share: number } | null;
  } = {},
): HazardFit {
  const { weights = null, like = null } = options;
  const { terms, exposures, bins } = data;
  const baseAt = (predictor: Float64Array, start: Base | null) =>
    fitBase(riskTable(predictor, { exposures, bins, weights }), { start });
  const isPart = like !== null && like.fit.main.final.logOdds.length === exposures.length;
  let base = isPart
    ? baseAt(like.fit.main.final.logOdds, like.fit.base)
    : (like?.fit.base ?? baseAt(new Float64Array(exposures.length), null));
  let quick: AdditiveFit | null = null;
  for (let turn = 0; like === null && turn < mostTurns; turn++) {
    quick = fitAdditive(
      { terms: terms.coarse.map(({ term }) => term), labels: exposures },
      {
        family: hazardFamily(base.values, exposures),
        weights,
        start: quick,
        precision: sharedPrecision,
        keepPrecisions: true,
      },
    );
    const next = baseAt(quick.logOdds, base);
    const moved = next.values.reduce((most, value, k) => Math.max(most, Math.abs(value - base.values[k])), 0);
    base = next;
    // The level goes back and forth between base and intercept; what is fitted starts anew without it.
    quick = { ...quick, intercept: 0 };
    if (moved < enough) break;
  }
  const family = hazardFamily(base.values, exposures);
  const main = fitMains(
    { terms, labels: exposures },
    { family, weights, like: like === null ? null : { fit: like.fit.main, share: like.share } },
  );
  const last = baseAt(main.final.logOdds, base);
  return { base: last, main, curvature: curvatureOf(family, { exposures, predictor: main.final.logOdds, weights }) };
}

function curvatureOf(
  family: Family,
  of: { exposures: Float64Array; predictor: Float64Array; weights: Float64Array | null },
): Float64Array {
  const { exposures, predictor, weights } = of;
  const curvature = new Float64Array(exposures.length);
  family.differentiate(
    { labels: exposures, weights, predictor },
    { residual: new Float64Array(exposures.length), curvature },
  );
  return curvature;
}
