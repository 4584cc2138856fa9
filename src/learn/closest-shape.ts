import type { WishedShape } from '../model/attribute-wish.js';

export interface ShapedValues {
  readonly shape: Float64Array;
  /** Weighted squared distance from what was given. */
  readonly error: number;
}

/**
 * The closest values, by weighted squared error, that only rise, only fall, rise up to some cell and fall after it (peak),
 * or the reverse (valley). A turn may lie at either end. Pool-adjacent-violators, O(k), on either side of every possible
 * turn O(k²). The weighted mean stays.
 * Source: R. E. Barlow et al., "Statistical Inference under Order Restrictions", 1972; M. Frisén, "Unimodal regression",
 * The Statistician 35 (1986) 479–485.
 * @param of `weights` of the cells, 0 and more; those of weight 0 follow their neighbours.
 */
export function closestShape(
  { values, weights }: { readonly values: Float64Array; readonly weights: Float64Array },
  shape: WishedShape,
): ShapedValues {
  switch (shape) {
    case 'increasing':
      return withError(rising(values, weights), { values, weights });
    case 'peak':
      return bestPeak(values, weights);
    case 'decreasing':
      return turnOver(closestShape({ values: values.map((value) => -value), weights }, 'increasing'));
    case 'valley':
      return turnOver(closestShape({ values: values.map((value) => -value), weights }, 'peak'));
  }
}

function turnOver({ shape, error }: ShapedValues): ShapedValues {
  return { shape: shape.map((value) => -value), error };
}

function withError(shape: Float64Array, from: { values: Float64Array; weights: Float64Array }): ShapedValues {
  let error = 0;
  for (let k = 0; k < shape.length; k++) error += from.weights[k] * (from.values[k] - shape[k]) ** 2;
  return { shape, error };
}

/** Rising up to some cell, falling after it. */
function bestPeak(values: Float64Array, weights: Float64Array): ShapedValues {
  const size = values.length;
  let best: ShapedValues = { shape: values, error: Number.POSITIVE_INFINITY };
  for (let turn = 1; turn <= size; turn++) {
    const shape = new Float64Array(size);
    shape.set(rising(values.subarray(0, turn), weights.subarray(0, turn)));
    const after = rising(values.slice(turn).reverse(), weights.slice(turn).reverse());
    shape.set(after.reverse(), turn);
    const tried = withError(shape, { values, weights });
    if (tried.error < best.error) best = tried;
  }
  return best;
}

/** Isotonic regression. */
function rising(values: Float64Array, weights: Float64Array): Float64Array {
  const means: number[] = [];
  const masses: number[] = [];
  const lengths: number[] = [];
  for (let k = 0; k < values.length; k++) {
    means.push(values[k]);
    masses.push(weights[k] + 1e-12);
    lengths.push(1);
    while (means.length > 1 && means[means.length - 2] > means[means.length - 1]) {
      const [mean, mass, length] = [means.pop()!, masses.pop()!, lengths.pop()!];
      const last = means.length - 1;
      means[last] = (means[last] * masses[last] + mean * mass) / (masses[last] + mass);
      masses[last] += mass;
      lengths[last] += length;
    }
  }
  const result = new Float64Array(values.length);
  let at = 0;
  means.forEach((mean, block) => {
    result.fill(mean, at, at + lengths[block]);
    at += lengths[block];
  });
  return result;
}
