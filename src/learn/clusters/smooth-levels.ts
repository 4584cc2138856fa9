/** Accounts that a group is given beforehand, spread over the levels as among all: no level is impossible. */
const priorAccounts = 4;
/** Accounts that each level borrows from its neighbours' shares. */
const borrowed = 24;
const passes = 3;

/**
 * Frequencies of an attribute's levels within each group, from counts. A group with few accounts is drawn towards what
 * holds for all; an ordered level towards its neighbours, by its share in the group and not by its size, so that a heavy
 * value stays as heavy as it is.
 * @param counts `counts[level * count + group]`, may be fractions. @returns the same shape; each group's sum to 1.
 */
export function smoothLevels(
  counts: Float64Array,
  { size, isOrdered, count }: { readonly size: number; readonly isOrdered: boolean; readonly count: number },
): Float64Array {
  const levels = new Float64Array(size);
  let all = 0;
  for (let level = 0, i = 0; level < size; level++) {
    for (let k = 0; k < count; k++, i++) levels[level] += counts[i];
    all += levels[level];
  }
  const result = isOrdered && size > 2 ? alongChain(counts, { size, count, levels }) : counts.slice();
  for (let k = 0; k < count; k++) {
    let sum = 0;
    for (let level = 0; level < size; level++) {
      const share = all === 0 ? 1 / size : (levels[level] + 1e-3) / (all + 1e-3 * size);
      result[level * count + k] += priorAccounts * share;
      sum += result[level * count + k];
    }
    for (let level = 0; level < size; level++) result[level * count + k] /= sum;
  }
  return result;
}

function alongChain(
  counts: Float64Array,
  { size, count, levels }: { size: number; count: number; levels: Float64Array },
): Float64Array {
  // A level's shares add up to 1 over the groups, with or without smoothing, so no account is made or lost.
  let shares = new Float64Array(counts.length);
  let next = new Float64Array(counts.length);
  for (let level = 0, i = 0; level < size; level++) {
    for (let k = 0; k < count; k++, i++) shares[i] = counts[i] / Math.max(levels[level], 1e-9);
  }
  for (let pass = 0; pass < passes; pass++) {
    for (let level = 0, i = 0; level < size; level++) {
      const left = Math.max(level - 1, 0) * count;
      const right = Math.min(level + 1, size - 1) * count;
      for (let k = 0; k < count; k++, i++) {
        const near = (shares[left + k] + shares[right + k]) / 2;
        next[i] = (counts[i] + borrowed * near) / (levels[level] + borrowed);
      }
    }
    [shares, next] = [next, shares];
  }
  for (let level = 0, i = 0; level < size; level++) for (let k = 0; k < count; k++, i++) shares[i] *= levels[level];
  return shares;
}
