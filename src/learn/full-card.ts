import type { AdditiveFit } from './additive-model.js';
import type { CardLength } from './shorten-card.js';

/**
 * Every cell of the full model as a row of its own; cells that no account had are worth what the mean account has, except
 * in a chain whose shape is wished: there they keep their place between their neighbours.
 */
export function fullCard({ intercept, terms }: AdditiveFit): CardLength {
  const cardTerms = terms.map(({ values, counts, shape, ordered }, index) => ({
    index,
    groupOf: Int16Array.from(values, (_, cell) =>
      counts[cell] > 0 || (shape !== undefined && cell < ordered) ? cell : -1,
    ),
    values,
  }));
  return { rows: terms.reduce((sum, { size }) => sum + size, 0), intercept, terms: cardTerms };
}
