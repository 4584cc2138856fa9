import type { FittedTerm } from './additive-model.js';
import { closestShape } from './closest-shape.js';
import type { CardLength, CardTerm } from './shorten-card.js';

/**
 * The same card with the rows of every attribute whose shape is wished brought to it: attributes left out leave their part
 * to the others, which may then no longer keep to their shapes. @param fitted the terms of the full model.
 */
export function keepCardShapes(card: CardLength, fitted: readonly FittedTerm[]): CardLength {
  if (fitted.every(({ shape }) => shape === undefined)) return card;
  return { ...card, terms: card.terms.map((term) => shapeTerm(term, fitted[term.index])) };
}

function shapeTerm(term: CardTerm, { shape, ordered, hessian }: FittedTerm): CardTerm {
  if (shape === undefined) return term;
  const weight = new Float64Array(term.values.length);
  term.groupOf.forEach((group, cell) => {
    if (group >= 0) weight[group] += hessian[cell];
  });
  // Groups in the order of their ranges; missing may share one of them.
  const groups = [...new Set(term.groupOf.subarray(0, ordered))].filter((group) => group >= 0);
  const chain = {
    values: Float64Array.from(groups, (group) => term.values[group]),
    weights: Float64Array.from(groups, (group) => weight[group]),
  };
  const values = Float64Array.from(term.values);
  closestShape(chain, shape).shape.forEach((value, at) => {
    values[groups[at]] = value;
  });
  return { ...term, values };
}
