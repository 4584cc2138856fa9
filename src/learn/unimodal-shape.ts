import { closestShape } from './closest-shape.js';

/**
 * The closest shape that turns at most once: rising, falling, a peak or a valley, whichever has the least weighted squared
 * error. Shapes that go up and down again cannot be told to a person, and seldom hold in time.
 * @param weights of the cells; those of weight 0 follow their neighbours.
 */
export function unimodalShape(values: Float64Array, weights: Float64Array): Float64Array {
  const peak = closestShape({ values, weights }, 'peak');
  const valley = closestShape({ values, weights }, 'valley');
  return peak.error <= valley.error ? peak.shape : valley.shape;
}
