/**
 * The closest shape that turns at most once: rising, falling, a peak or a valley, whichever has the least weighted squared
 * error. Shapes that go up and down again cannot be told to a person, and seldom hold in time.
 * Pool-adjacent-violators on either side of every possible turn, O(k²).
 * Source: M. Frisén, "Unimodal regression", The Statistician 35 (1986) 479–485.
 * @param weights of the cells; those of weight 0 follow their neighbours.
 */
export function unimodalShape(values: Float64Array, weights: Float64Array): Float64Array {
  const peak = bestPeak(values, weights);
  const valley = bestPeak(
    values.map((value) => -value),
    weights,
  );
  return peak.error <= valley.error ? peak.shape : valley.shape.map((value) => -value);
}

interface Fitted {
  readonly shape: Float64Array;
  readonly error: number;
}

/** Rising up to some cell, falling after it. */
function bestPeak(values: Float64Array, weights: Float64Array): Fitted {
  const size = values.length;
  let best: Fitted = { shape: values, error: Number.POSITIVE_INFINITY };
  for (let turn = 1; turn <= size; turn++) {
    const shape = new Float64Array(size);
    shape.set(rising(values.subarray(0, turn), weights.subarray(0, turn)));
    const after = rising(values.slice(turn).reverse(), weights.slice(turn).reverse());
    shape.set(after.reverse(), turn);
    let error = 0;
    for (let k = 0; k < size; k++) error += weights[k] * (values[k] - shape[k]) ** 2;
    if (error < best.error) best = { shape, error };
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
