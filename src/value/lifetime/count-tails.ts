/** Half of what a 95 % interval leaves out. */
const outside = 0.025;

/** Bounds of a count that is 0 for those who have left and has the distribution given for those who have not. */
export interface CountTails {
  /** The smallest count that is exceeded by at most 2.5 % of such customers. */
  upper(alive: number): number;
  /** The largest count that at most 2.5 % of such customers stay below. */
  lower(alive: number): number;
}

export function countTails(counts: Float64Array): CountTails {
  // Place n: the share of those alive with n or fewer.
  const upTo = Float64Array.from(counts);
  for (let n = 1; n < upTo.length; n++) upTo[n] += upTo[n - 1];
  return {
    upper: (alive) => firstAbove(upTo, 1 - outside / alive),
    lower: (alive) => firstAbove(upTo, 1 - (1 - outside) / alive),
  };
}

/** The first place that reaches the share. */
function firstAbove(upTo: Float64Array, share: number): number {
  let [low, high] = [0, upTo.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upTo[middle] >= share) high = middle;
    else low = middle + 1;
  }
  return low;
}
