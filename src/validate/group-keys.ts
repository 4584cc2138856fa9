/** Groups numbered 0 … k − 1 by first appearance, each with the smallest key (by code units) of its accounts. */
export interface KeyedGroups {
  readonly groupOf: Int32Array;
  readonly keys: readonly string[];
}

/** @param groups any whole number an account; equal numbers are one group. */
export function keyGroups(groups: Int32Array, keys: readonly string[] | ((row: number) => string)): KeyedGroups {
  const numbers = groupNumbers(groups);
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

/** Groups are named by rows where they are many: then a list of small numbers serves, at a tenth of the time. */
function groupNumbers(groups: Int32Array): GroupNumbers {
  let least = 0;
  let most = 0;
  for (const group of groups) {
    if (group < least) least = group;
    if (group > most) most = group;
  }
  if (least < 0 || most > 16 * groups.length) return new Map();
  const numbers = new Int32Array(most + 1).fill(-1);
  return {
    get: (group) => (numbers[group] < 0 ? undefined : numbers[group]),
    set: (group, number) => {
      numbers[group] = number;
    },
  };
}

interface GroupNumbers {
  get(group: number): number | undefined;
  set(group: number, number: number): unknown;
}
