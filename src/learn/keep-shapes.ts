import type { AdditiveFit, FittedTerm, TermInput } from './additive-model.js';
import { closestShape } from './closest-shape.js';

/**
 * The same fit with every chain brought to the shape that is wished of it: the closest one by the curvature of its cells,
 * so that the mean log-odds stays. Without wishes, the fit itself.
 * @param terms whose codes the accounts have, in the order of the fit.
 */
export function keepShapes(fit: AdditiveFit, terms: readonly Pick<TermInput, 'codes'>[]): AdditiveFit {
  const shaped = fit.terms.map(shapeTerm);
  if (shaped.every((term) => term === null)) return fit;
  const logOdds = Float64Array.from(fit.logOdds);
  let { intercept } = fit;
  shaped.forEach((one, j) => {
    if (one === null) return;
    intercept += one.mean;
    const change = one.term.values.map((value, k) => value + one.mean - fit.terms[j].values[k]);
    const { codes } = terms[j];
    for (let i = 0; i < logOdds.length; i++) logOdds[i] += change[codes[i]];
  });
  return { intercept, terms: fit.terms.map((term, j) => shaped[j]?.term ?? term), logOdds };
}

/** The term with its mean account at nought again, and where that account was. */
function shapeTerm(term: FittedTerm): { term: FittedTerm; mean: number } | null {
  const { shape, ordered, hessian, counts } = term;
  if (shape === undefined || ordered < 2) return null;
  const values = Float64Array.from(term.values);
  const chain = { values: values.slice(0, ordered), weights: hessian.subarray(0, ordered) };
  values.set(closestShape(chain, shape).shape);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const mean = all > 0 ? values.reduce((sum, value, k) => sum + value * counts[k], 0) / all : 0;
  return { term: { ...term, values: values.map((value) => value - mean) }, mean };
}
