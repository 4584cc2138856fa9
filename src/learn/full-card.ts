import type { AdditiveFit } from './additive-model.js';
import type { CardLength } from './shorten-card.js';

/**
 * Every cell of the full model as a row of its own. Cells that no account had are worth what the mean account has, with two
 * exceptions: in a chain whose shape is wished they keep their place between their neighbours, and a category that is new
 * is worth what the prior says, the middle of the categories and not of the accounts, to which rare ones are drawn too.
 */
export function fullCard({ intercept, terms }: AdditiveFit): CardLength {
  const cardTerms = terms.map(({ values, counts, shape, ordered }, index) => ({
    index,
    groupOf: Int16Array.from(values, (_, cell) => {
      const isNew = ordered === 0 && cell === values.length - 2;
      return counts[cell] > 0 || isNew || (shape !== undefined && cell < ordered) ? cell : -1;
    }),
    values,
  }));
  return { rows: terms.reduce((sum, { size }) => sum + size, 0), intercept, terms: cardTerms };
}
