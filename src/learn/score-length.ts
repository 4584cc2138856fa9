import type { TermInput } from './additive-model.js';
import type { CardLength } from './shorten-card.js';

/** The predictor of the accounts that are wanted, under a card of some length. */
export function scoreLength(
  card: CardLength,
  at: {
    readonly terms: readonly TermInput[];
    readonly into: Float64Array;
    readonly isWanted: (row: number) => boolean;
  },
): void {
  const values = card.terms.map((term) => {
    // A cell that no account had is worth the mean of the others.
    const mean = term.values.reduce((sum, value) => sum + value, 0) / term.values.length;
    return Float64Array.from(term.groupOf, (group) => (group < 0 ? mean : term.values[group]));
  });
  const codes = card.terms.map(({ index }) => at.terms[index].codes);
  for (let row = 0; row < at.into.length; row++) {
    if (!at.isWanted(row)) continue;
    let sum = card.intercept;
    for (let t = 0; t < values.length; t++) sum += values[t][codes[t][row]];
    at.into[row] = sum;
  }
}
