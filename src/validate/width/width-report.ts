import type { BlueOcean } from './find-blue-oceans.js';
import type { WidthJudgement, WidthVerdict } from './judge-width.js';
import type { RecommendedCut } from './recommend-cut.js';
import type { MarketSize } from './size-market.js';
import type { CriterionVariant } from './vary-criteria.js';
import type { CutPoint } from './width-curve.js';
import type { WidthMeasure } from './width-measure.js';

/** What an account must return to be worth working, and where that number comes from. */
export interface BreakEven {
  /** A rate, or an amount. */
  readonly value: number;
  /** `cost`: what was said that working costs. `average`: nothing was said, so the mean of all accounts, and outside that of the ICP. */
  readonly from: 'cost' | 'average';
}

/** How wide the ICP is, how wide it should be, and what lies outside. */
export interface WidthReport {
  /** Rates (true) or amounts. */
  readonly isRate: boolean;
  /** Accounts that judge, and how they were kept out of learning, as a sentence. */
  readonly accounts: number;
  readonly split: string;
  readonly breakEven: BreakEven;
  /** Share of the accounts that can be worked, 0–1. */
  readonly capacity: number;
  /** The ICP as it is: its ideal tier. */
  readonly current: WidthMeasure & { readonly coverage: number; readonly reach: number };
  readonly everybody: WidthMeasure;
  readonly curve: readonly CutPoint[];
  readonly recommended: RecommendedCut;
  /** Points of the profile's card at the recommended cut; null where they mean nothing outside this judgement. */
  readonly recommendedPoints: number | null;
  readonly judgement: WidthJudgement;
  readonly variants: readonly CriterionVariant[];
  readonly blueOceans: readonly BlueOcean[];
  /** From a list of the universe; null without one. */
  readonly market: MarketSize | null;
  readonly verdict: WidthVerdict;
  /** The verdict and its reasons in sentences. */
  readonly sentence: string;
  readonly reasons: readonly string[];
}
