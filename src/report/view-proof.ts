import type { Interval } from '../model/estimate.js';
import type { Profile } from '../model/profile.js';
import type { Baseline, GainsPoint, Proof } from '../model/proof.js';
import {
  formatAuc,
  formatAucRange,
  formatCount,
  formatDecimal,
  formatShare,
  formatShareRange,
} from './format-number.js';
import type { Figure, Measure, ProofRow, ProofView } from './profile-view.js';
import { viewLift } from './view-criteria.js';
import { viewProofDetails } from './view-proof-details.js';

/** The proof on accounts that were not learnt from, beside the baselines, with what it means. */
export function viewProof({ proof, baselines, verdict }: Profile): ProofView | null {
  if (!proof) return null;
  const hasProbabilities = verdict === 'publishable';
  return {
    split: proof.split.description,
    rows: [viewRow('This profile', proof), ...baselines.map((baseline) => viewRow(baseline.name, baseline))],
    sentences: [
      aucSentence(proof),
      ...baselineSentence(proof, baselines),
      ...gainsSentence(proof),
      ...ceilingSentence(proof),
      ...(hasProbabilities ? [calibrationSentence(proof)] : []),
    ],
    gains: viewGains(proof),
    calibration: proof.calibration.map((bin) => ({
      predicted: formatShare(bin.predicted),
      observed: `${formatShare(bin.observed.estimate)} (${formatShareRange(bin.observed)})`,
      accounts: formatCount(bin.accounts),
    })),
    details: viewProofDetails(proof, { baselines, hasProbabilities }),
    hasProbabilities,
    numbers: { proof, baselines },
  };
}

/** The numbers that a reader should keep: lift, order, reach, and on how many accounts they rest. */
export function viewFigures({ proof }: Profile): Figure[] {
  if (!proof) return [];
  const [lift, auc] = [viewLift(proof.liftTopFifth), viewAuc(proof.auc)];
  const interval = `${formatShare(0.95)} interval`;
  const reach: Figure = {
    value: formatShare(capturedAt(proof.gains, 0.2)),
    label: `of those with the outcome are in the best-scored ${formatShare(0.2)}`,
    detail: '',
  };
  return [
    { value: lift.text, label: 'lift in the best fifth', detail: `${interval} ${lift.range}` },
    { value: auc.text, label: 'AUC, where 0.5 is chance', detail: `${interval} ${auc.range}` },
    ...(proof.gains.length > 0 ? [reach] : []),
    {
      value: formatCount(proof.accounts),
      label: 'accounts judged',
      detail: `${formatCount(proof.positives)} with the outcome`,
    },
  ];
}

/** Share of all positives among the best `share` of accounts, on the straight line between neighbouring points. */
export function capturedAt(gains: readonly GainsPoint[], share: number): number {
  let before: GainsPoint = { share: 0, captured: 0 };
  for (const point of gains) {
    if (point.share >= share) {
      const width = point.share - before.share;
      return width > 0
        ? before.captured + ((share - before.share) / width) * (point.captured - before.captured)
        : point.captured;
    }
    before = point;
  }
  return before.captured;
}

function viewRow(name: string, of: Proof | Baseline): ProofRow {
  return {
    name,
    isOurs: 'split' in of,
    auc: viewAuc(of.auc),
    lift: viewLift(of.liftTopFifth),
    logLoss: formatDecimal(of.logLoss, 3),
  };
}

function viewAuc(auc: Interval): Measure {
  return { text: formatAuc(auc), range: formatAucRange(auc), interval: auc };
}

function viewGains({ gains }: Proof): ProofView['gains'] {
  if (gains.length === 0) return [];
  return [0.05, 0.1, 0.2, 0.3, 0.5, 0.8].map((share) => {
    const captured = capturedAt(gains, share);
    return {
      share: formatShare(share),
      captured: formatShare(captured),
      times: `×${formatDecimal(captured / share, 2)}`,
    };
  });
}

function aucSentence({ auc }: Proof): string {
  return `Of one account with the outcome and one without, it puts the right one first ${Math.round(auc.estimate * 100)} times in 100 (AUC; chance: 50).`;
}

function gainsSentence({ gains }: Proof): string[] {
  if (gains.length === 0) return [];
  const [fifth, half] = [0.2, 0.5].map((share) => formatShare(capturedAt(gains, share)));
  return [
    `The best-scored ${formatShare(0.2)} of accounts hold ${fifth} of those with the outcome, the better half ${half}.`,
  ];
}

/** Where the outcome is common, no score can have a large lift: say what the most would be. */
function ceilingSentence({ baseRate }: Proof): string[] {
  if (!(baseRate > 0.2)) return [];
  const most = formatDecimal(1 / baseRate, 2);
  return [`${formatShare(baseRate)} have the outcome anyway, so the best possible lift is ×${most}.`];
}

function baselineSentence({ auc }: Proof, baselines: readonly Baseline[]): string[] {
  const best = baselines.reduce<Baseline | null>((a, b) => (a && a.auc.estimate >= b.auc.estimate ? a : b), null);
  if (!best) return [];
  if (best.ahead !== undefined) return [aheadSentence(best.name, best.ahead.auc)];
  const difference = auc.estimate - best.auc.estimate;
  const amount = formatDecimal(Math.abs(difference), 3);
  const order =
    Math.abs(difference) < 0.0005 ? 'the same AUC as' : `${amount} AUC ${difference > 0 ? 'above' : 'below'}`;
  const overlap = auc.lower <= best.auc.upper && best.auc.lower <= auc.upper ? '; the intervals overlap' : '';
  return [`That is ${order} the strongest baseline, ${best.name}${overlap}.`];
}

function aheadSentence(name: string, { estimate, lower, upper }: Interval): string {
  const amount = (value: number) => formatDecimal(value, 3);
  const isAbove = estimate >= 0;
  const [low, high] = isAbove ? [lower, upper] : [-upper, -lower];
  const perhaps = lower <= 0 && upper >= 0 ? '; it could be none' : '';
  return `That is ${amount(Math.abs(estimate))} AUC (${amount(low)} to ${amount(high)}) ${isAbove ? 'above' : 'below'} the strongest baseline, ${name}${perhaps}.`;
}

function calibrationSentence({ calibrationError, calibrationNoise }: Proof): string {
  return `Its probabilities are off by ${formatDecimal(calibrationError * 100, 1)} points of a hundred on average; a perfect score of this size would show ${formatDecimal(calibrationNoise * 100, 1)}.`;
}
