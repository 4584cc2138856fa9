/** Something that value is made of, ready to be weighed. */
export interface Ingredient {
  readonly name: string;
  readonly sign: 1 | -1;
  /** Normalised, no NaN. */
  readonly values: Float64Array;
}

export interface Mix {
  readonly values: Float64Array;
  readonly parts: readonly {
    readonly name: string;
    readonly weight: number;
    readonly sign: 1 | -1;
    /** Signed and weighed, summed over all accounts. */
    readonly total: number;
    /** Share of the differences between accounts that comes from it: covariance with the mix over its variance; they sum to 1. */
    readonly share: number;
  }[];
}

/** Σ weight · sign · value for each account. @param weights by name; what is not named counts for nothing. */
export function mixValues(ingredients: readonly Ingredient[], weights: ReadonlyMap<string, number>): Mix {
  const used = ingredients.filter(({ name }) => (weights.get(name) ?? 0) > 0);
  const count = ingredients[0]?.values.length ?? 0;
  const values = new Float64Array(count);
  for (const { name, sign, values: own } of used) {
    const factor = sign * (weights.get(name) ?? 0);
    for (let account = 0; account < count; account++) values[account] += factor * own[account];
  }
  const variance = covariance(values, values);
  return {
    values,
    parts: used.map(({ name, sign, values: own }) => {
      const weight = weights.get(name) ?? 0;
      const total = sign * weight * own.reduce((sum, value) => sum + value, 0);
      return {
        name,
        weight,
        sign,
        total,
        share: variance > 0 ? (sign * weight * covariance(own, values)) / variance : 0,
      };
    }),
  };
}

function covariance(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const [meanA, meanB] = [a, b].map((values) => values.reduce((sum, value) => sum + value, 0) / n);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (a[i] - meanA) * (b[i] - meanB);
  return sum / n;
}
