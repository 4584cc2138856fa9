import type { Scaling } from '../model/value-definition.js';
import { midRanks } from '../stats/mid-ranks.js';

/**
 * Numbers made comparable. Missing ones get the middle: the mean (`z`: 0, `rank`: ½), so that not to know is neither good
 * nor bad.
 * @param values NaN missing. @param years years of being a customer, above zero; needed for `per year`.
 */
export function normaliseValues(values: Float64Array, scaling: Scaling, years?: Float64Array): Float64Array {
  const raw = scaled(values, scaling, years);
  const known = raw.filter((value) => !Number.isNaN(value));
  const mean = known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
  return raw.map((value) => (Number.isNaN(value) ? mean : value));
}

function scaled(values: Float64Array, scaling: Scaling, years: Float64Array | undefined): Float64Array {
  switch (scaling) {
    case 'none':
      return values;
    case 'per year':
      return values.map((value, account) => value / (years?.[account] ?? 1));
    case 'log':
      return values.map((value) => Math.sign(value) * Math.log1p(Math.abs(value)));
    case 'z': {
      const known = values.filter((value) => !Number.isNaN(value));
      const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
      const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length);
      const deviation = Math.sqrt(variance);
      return values.map((value) => (deviation > 0 ? (value - mean) / deviation : Number.isNaN(value) ? value : 0));
    }
    case 'rank': {
      const rows = Int32Array.from(values.keys()).filter((account) => !Number.isNaN(values[account]));
      const ranks = midRanks(Float64Array.from(rows, (account) => values[account]));
      const result = new Float64Array(values.length).fill(Number.NaN);
      rows.forEach((account, i) => {
        result[account] = (ranks[i] - 0.5) / rows.length;
      });
      return result;
    }
  }
}
