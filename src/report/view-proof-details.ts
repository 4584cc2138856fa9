import type { Interval } from '../model/estimate.js';
import type { Baseline, DecisionPoint, ForwardPeriod, LiftPoint, Proof, ProofDetails } from '../model/proof.js';
import {
  formatAuc,
  formatAucRange,
  formatCount,
  formatDecimal,
  formatLift,
  formatLiftRange,
  formatShare,
  formatShareRange,
} from './format-number.js';
import type { AheadRow, DecisionRow, LiftRow, MeasureRow, PeriodRow, ProofDetailsView } from './proof-details-view.js';

/** Every measure of the proof with its interval; empty of a document that was written without them. */
export function viewProofDetails(
  { details, ...proof }: Proof,
  { baselines, hasProbabilities }: { baselines: readonly Baseline[]; hasProbabilities: boolean },
): ProofDetailsView {
  return {
    ahead: baselines.flatMap(viewAhead),
    measures: details === undefined ? [] : viewMeasures(details, proof),
    lifts: (details?.lifts ?? []).map(viewLiftPoint),
    decision: hasProbabilities ? (details?.decision ?? []).map(viewDecision) : [],
    periods: (details?.periods ?? []).map(viewPeriod),
  };
}

/** `+0.031 (0.024 to 0.038)`: above 0 ours does better. */
export function formatAhead(by: Interval, decimals = 3): string {
  const sign = by.estimate > 0 ? '+' : '';
  return `${sign}${formatDecimal(by.estimate, decimals)} (${formatDecimal(by.lower, decimals)} to ${formatDecimal(by.upper, decimals)})`;
}

function viewAhead({ name, ahead }: Baseline): AheadRow[] {
  if (ahead === undefined) return [];
  return [
    {
      name,
      auc: formatAhead(ahead.auc),
      lift: formatAhead(ahead.liftTopFifth, 2),
      averagePrecision: formatAhead(ahead.averagePrecision),
      logLoss: formatAhead(ahead.logLoss),
      brier: formatAhead(ahead.brier, 4),
    },
  ];
}

function viewMeasures(details: ProofDetails, proof: Omit<Proof, 'details'>): MeasureRow[] {
  const { averagePrecision, logLoss, brier, brierParts: parts, bias } = details;
  const row = (name: string, of: Interval, meaning: string): MeasureRow => ({
    name,
    value: formatDecimal(of.estimate, 3),
    range: `${formatDecimal(of.lower, 3)} to ${formatDecimal(of.upper, 3)}`,
    meaning,
  });
  return [
    row(
      'Average precision',
      averagePrecision,
      `how pure the list is from the top down; a worthless score has ${formatDecimal(proof.baseRate, 3)}`,
    ),
    row('Log-loss', logLoss, 'less is better; it punishes certainty that was wrong'),
    row(
      'Brier score',
      brier,
      `less is better: ${formatDecimal(parts.miscalibration, 4)} of miscalibration − ${formatDecimal(parts.discrimination, 4)} of discrimination + ${formatDecimal(parts.uncertainty, 4)} that everyone has`,
    ),
    row('Mean chance less the rate that came', bias, 'above 0 too much was promised'),
    {
      name: 'Calibration error',
      value: formatDecimal(proof.calibrationError, 3),
      range: `noise ${formatDecimal(proof.calibrationNoise, 3)}`,
      meaning: 'mean distance of chance and rate over ten bins, beside what a perfect score of this size would show',
    },
  ];
}

function viewLiftPoint({ share, lift }: LiftPoint): LiftRow {
  const times = (by: number) => Math.min(1, share * by);
  const captured = { estimate: times(lift.estimate), lower: times(lift.lower), upper: times(lift.upper) };
  return {
    share: formatShare(share),
    lift: `${formatLift(lift)} (${formatLiftRange(lift)})`,
    captured: `${formatShare(captured.estimate)} (${formatShareRange(captured)})`,
  };
}

function viewDecision({ threshold, share, net, all, ahead }: DecisionPoint): DecisionRow {
  const wins = (of: number) => formatDecimal(of * 1000, 0);
  const range = (of: Interval) => `${wins(of.estimate)} (${wins(of.lower)} to ${wins(of.upper)})`;
  return {
    threshold: formatShare(threshold),
    acted: formatShare(share),
    net: range(net),
    all: wins(all),
    ahead: range(ahead),
  };
}

function viewPeriod({ from, accounts, auc, predicted, observed, holds }: ForwardPeriod): PeriodRow {
  return {
    from,
    accounts: formatCount(accounts),
    auc: `${formatAuc(auc)} (${formatAucRange(auc)})`,
    predicted: formatShare(predicted),
    observed: `${formatShare(observed.estimate)} (${formatShareRange(observed)})`,
    holds: holds ? 'yes' : 'no',
  };
}
