import { betaDropout } from './beta-dropout.js';
import { paretoDropout } from './pareto-dropout.js';
import type { Parameters, PurchaseModel, PurchaseModelKind } from './purchase-model.js';

/** The model of a kind at given parameters. */
export function modelOf(kind: PurchaseModelKind, parameters: Parameters): PurchaseModel {
  return kind === 'pareto-nbd' ? paretoDropout(parameters) : betaDropout(kind, parameters);
}
