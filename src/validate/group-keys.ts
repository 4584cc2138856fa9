/** Groups numbered 0 … k − 1 by first appearance, each with the smallest key (by code units) of its accounts. */
export interface KeyedGroups {
  readonly groupOf: Int32Array;
  readonly keys: readonly string[];
}

/** @param groups any whole number an account; equal numbers are one group. */
export function keyGroups(groups: Int32Array, keys: readonly string[] | ((row: number) => string)): KeyedGroups {
  const numbers = new Map<number, number>();
  const smallest: string[] = [];
  const groupOf = groups.map((group, row) => {
    const key = typeof keys === 'function' ? keys(row) : keys[row];
    const known = numbers.get(group);
    if (known === undefined) {
      numbers.set(group, smallest.length);
      return smallest.push(key) - 1;
    }
    if (key < smallest[known]) smallest[known] = key;
    return known;
  });
  return { groupOf, keys: smallest };
}
