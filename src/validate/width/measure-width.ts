import type { Criterion } from '../../model/criterion.js';
import { explainWidth } from './explain-width.js';
import { findBlueOceans, type OceanRequest } from './find-blue-oceans.js';
import { judgeWidth } from './judge-width.js';
import { recommendCut } from './recommend-cut.js';
import type { MarketSize } from './size-market.js';
import { type VariedRound, varyCriteria } from './vary-criteria.js';
import { widthCurve } from './width-curve.js';
import { measureRows, type WidthAccounts } from './width-measure.js';
import type { BreakEven, WidthReport } from './width-report.js';

export interface WidthRequest {
  readonly accounts: WidthAccounts;
  readonly split: string;
  /** What working an account costs; null: not said. */
  readonly cost: number | null;
  /** Of rates: what a win is worth; null: not said. */
  readonly winValue: number | null;
  /** Share of the accounts that can be worked, 0–1; 1 for all. */
  readonly capacity: number;
  readonly criteria: readonly Criterion[];
  readonly rounds: readonly VariedRound[];
  readonly oceans: Omit<OceanRequest, 'breakEven' | 'isRate'> | null;
  readonly market: MarketSize | null;
  /** Points of the profile's card at a score; null where there is no one card. */
  readonly pointsOf: ((score: number) => number) | null;
}

const shares = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** How wide an ICP is, how wide it should be, and what lies outside; all on accounts that were not learnt from. */
export function measureWidth(request: WidthRequest): WidthReport {
  const { accounts, split, cost, winValue, capacity, criteria, rounds, oceans, market, pointsOf } = request;
  const { isRate, isInside, values } = accounts;
  const rows = Int32Array.from(values, (_, row) => row);
  const everybody = measureRows(rows, accounts);
  const inside = measureRows(
    rows.filter((row) => isInside[row] === 1),
    accounts,
  );
  const perPositive = isRate ? winValue : 1;
  const breakEven: BreakEven =
    cost !== null && perPositive !== null
      ? { value: cost / perPositive, from: 'cost' }
      : { value: everybody.mean.estimate, from: 'average' };
  const isCosted = breakEven.from === 'cost';
  const recommended = recommendCut(accounts, { breakEven: breakEven.value, capacity });
  const measured = {
    isRate,
    accounts: values.length,
    split,
    breakEven,
    capacity,
    current: {
      ...inside,
      coverage: inside.accounts / values.length,
      reach: everybody.positives > 0 ? inside.positives / everybody.positives : 0,
    },
    everybody,
    curve: widthCurve(accounts, {
      shares,
      economy: cost !== null && perPositive !== null ? { perPositive, cost } : null,
    }),
    recommended,
    recommendedPoints: pointsOf === null ? null : pointsOf(recommended.score),
    judgement: judgeWidth(accounts, { inside: breakEven.value, outside: isCosted ? breakEven.value : 'icp' }),
    variants: varyCriteria(criteria, { rounds, isRate, breakEven: breakEven.value }),
    blueOceans: oceans === null ? [] : findBlueOceans({ ...oceans, isRate, breakEven: breakEven.value }),
    market,
  };
  return { ...measured, ...explainWidth(measured) };
}
