import type { AmountFifth, AmountProof } from '../../model/amount-proof.js';
import type { Interval } from '../../model/estimate.js';
import type { Split } from '../../model/proof.js';
import { valueCurve, valueGini } from '../../stats/value-curve.js';
import { designEffectOf } from '../design-effect.js';
import { measureAmounts } from './measure-amounts.js';

const shares = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/**
 * Measures expected amounts on accounts that were not learnt from. Give only those: nothing is left out here.
 * @param held `expected` above zero, `amounts` ≥ 0; `mean` of the amounts that were learnt from.
 */
export function proveAmounts(held: {
  readonly expected: Float64Array;
  readonly amounts: Float64Array;
  readonly mean: number;
  readonly split: Split;
}): AmountProof {
  const { expected, amounts, split } = held;
  return {
    split,
    accounts: amounts.length,
    positives: amounts.filter((amount) => amount > 0).length,
    total: sumOf(amounts),
    ...measureAmounts({ ...held, designEffect: designEffectOf(split) }),
    ratio: ratioOf(expected, amounts),
    gini: valueGini(expected, amounts, { designEffect: designEffectOf(split) }),
    curve: valueCurve(expected, amounts, shares),
    fifths: fifthsOf(expected, amounts),
  };
}

/** What came over what was expected; each account varies by itself. */
function ratioOf(expected: Float64Array, amounts: Float64Array): Interval {
  const [came, wanted] = [sumOf(amounts), sumOf(expected)];
  const square = amounts.reduce((sum, amount, i) => sum + (amount - (expected[i] * came) / wanted) ** 2, 0);
  return around(came / wanted, Math.sqrt(square) / came);
}

/** Fifths by what was expected; of equal accounts the order of rows decides nothing that is told but who stands where. */
function fifthsOf(expected: Float64Array, amounts: Float64Array): AmountFifth[] {
  const order = Float64Array.from(amounts, (_, i) => i).sort(
    (a, b) => expected[b] - expected[a] || amounts[b] - amounts[a],
  );
  return Array.from({ length: 5 }, (_, fifth) => {
    const from = Math.round((fifth * order.length) / 5);
    const rows = order.subarray(from, Math.round(((fifth + 1) * order.length) / 5));
    const came = rows.reduce((sum, row) => sum + amounts[row], 0);
    const mean = came / Math.max(1, rows.length);
    const square = rows.reduce((sum, row) => sum + (amounts[row] - mean) ** 2, 0);
    return {
      accounts: rows.length,
      expected: rows.reduce((sum, row) => sum + expected[row], 0),
      came: around(came, came > 0 ? Math.sqrt(square) / came : 0),
    };
  });
}

/** 95 % on the scale of multiples. */
function around(estimate: number, relativeError: number): Interval {
  const factor = Math.exp(1.959964 * relativeError);
  return { estimate, lower: estimate / factor, upper: estimate * factor };
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
