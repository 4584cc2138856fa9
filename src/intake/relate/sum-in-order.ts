/**
 * A float sum that is the same for every order of its terms: they are added from the smallest to the largest.
 * Sorts `values` in place; without values it is 0.
 */
export function sumInOrder(values: Float64Array): number {
  if (values.length > 1) values.sort();
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}
