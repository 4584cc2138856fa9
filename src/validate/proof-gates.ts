import type { Gate } from '../model/gate.js';
import type { Baseline, ForwardPeriod, Proof } from '../model/proof.js';
import { biasLimit, errorLimit } from './calibration-limits.js';
import { formatPercent, formatRange, makeGate } from './make-gate.js';

/** Held-out positives and negatives below which the intervals themselves are not to be trusted. */
const minHeldOutPerClass = 5;
/** Below this even a perfectly calibrated score shows an error of several points of percentage: ranks only. */
const minForProbabilities = 1000;
/** A baseline that is ahead by no more AUC than this is not worth a change of method. */
const smallestLead = 0.01;

/** Whether anything was held out, and enough of both kinds of it for an interval. */
export function heldOutGates(proof: Proof | null): Gate[] {
  const says = () => 'No accounts could be held out, so nothing is proven.';
  const held = { name: 'held out', must: 'at least', limit: 1, otherwise: 'refused' } as const;
  if (proof === null) return [makeGate({ ...held, measured: 0, says })];
  const { accounts, positives } = proof;
  const told = `Of ${accounts} held-out accounts ${positives} had the outcome; a proof needs at least ${minHeldOutPerClass} that had it and ${minHeldOutPerClass} that did not.`;
  const enough = (name: 'held-out positives' | 'held-out negatives', measured: number) =>
    makeGate({ ...held, name, measured, limit: minHeldOutPerClass, says: () => told });
  return [
    makeGate({ ...held, measured: accounts, says: () => `${accounts} accounts were kept out of learning.` }),
    enough('held-out positives', positives),
    enough('held-out negatives', accounts - positives),
  ];
}

/** Whether the order beats chance, everywhere and at the top, and whether a baseline is clearly better. */
export function orderGates({ proof, rivals }: { proof: Proof; rivals: readonly Baseline[] }): Gate[] {
  const { accounts, auc, liftTopFifth: lift } = proof;
  return [
    makeGate({
      name: 'order',
      measured: auc.lower,
      must: 'above',
      limit: 0.5,
      otherwise: 'refused',
      says: (passed) =>
        `On ${accounts} held-out accounts the AUC is ${formatRange(auc)}${passed ? ', above the 0.5 of chance' : auc.upper < 0.5 ? ': worse than the 0.5 of chance' : '; the interval includes the 0.5 of chance'}.`,
    }),
    makeGate({
      name: 'best fifth',
      measured: lift.lower,
      must: 'above',
      limit: 1,
      otherwise: 'refused',
      says: (passed) =>
        `The best-scored fifth has ${formatRange(lift)} times the average rate${passed ? ', above 1' : lift.upper < 1 ? '; worse than the 1 of a random fifth' : '; the interval includes the 1 of a random fifth'}.`,
    }),
    ...outdoneGate(rivals),
  ];
}

function outdoneGate(rivals: readonly Baseline[]): Gate[] {
  const upper = ({ ahead }: Baseline) => ahead?.auc.upper ?? Number.POSITIVE_INFINITY;
  const strongest = rivals.reduce<Baseline | null>((a, b) => (a && upper(a) <= upper(b) ? a : b), null);
  if (strongest?.ahead === undefined) return [];
  const { ahead, name } = strongest;
  const difference = `by ${formatRange(turned(ahead.auc), 3)} AUC`;
  return [
    makeGate({
      name: 'not outdone',
      measured: upper(strongest),
      must: 'at least',
      limit: -smallestLead,
      otherwise: 'ranked',
      says: (passed) =>
        passed
          ? `No baseline orders clearly better: of the strongest, ${name}, the AUC is ${ahead.auc.estimate < 0 ? `${formatRange(turned(ahead.auc), 3)} above` : `${formatRange(ahead.auc, 3)} below`} this profile's.`
          : `The ${name} orders clearly better, ${difference}: what the scorecard adds is its reasons.`,
    }),
  ];
}

/** Whether probabilities may be shown. */
export function probabilityGates({
  proof,
  base,
  learned,
}: {
  proof: Proof;
  base: Baseline | undefined;
  learned: { readonly accounts: number };
}): Gate[] {
  const { baseRate, calibration, calibrationError: error, calibrationNoise: noise, accounts } = proof;
  const predicted = calibration.reduce((sum, bin) => sum + bin.predicted * bin.accounts, 0) / accounts;
  const ahead = base?.ahead?.logLoss;
  const shown = (passed: boolean) => (passed ? '' : ' The order is shown, probabilities are not.');
  return [
    makeGate({
      name: 'enough for probabilities',
      measured: learned.accounts,
      must: 'at least',
      limit: minForProbabilities,
      otherwise: 'ranked',
      says: (passed) =>
        `Learnt from ${learned.accounts} accounts, ${passed ? `at least the ${minForProbabilities} that probabilities need.` : `fewer than ${minForProbabilities}: the order is shown, probabilities are not.`}`,
    }),
    ...(ahead === undefined
      ? []
      : [
          makeGate({
            name: 'probabilities beat the base rate',
            measured: ahead.lower,
            must: 'above',
            limit: 0,
            otherwise: 'ranked',
            says: (passed) =>
              `The log-loss is ${formatRange(ahead, 3)} below that of giving everyone the base rate${passed ? '' : '; the interval includes 0'}.${shown(passed)}`,
          }),
        ]),
    makeGate({
      name: 'mean probability',
      measured: Math.abs(predicted - baseRate),
      must: 'at most',
      limit: biasLimit(baseRate, calibration),
      otherwise: 'ranked',
      says: (passed) =>
        `On held-out accounts ${formatPercent(predicted)} was predicted and ${formatPercent(baseRate)} came.${shown(passed)}`,
    }),
    makeGate({
      name: 'calibration',
      measured: error,
      must: 'at most',
      limit: errorLimit(baseRate, noise),
      otherwise: 'ranked',
      says: (passed) =>
        `Held-out probabilities are off by ${formatPercent(error)} on average, where chance alone would make ${formatPercent(noise)}.${shown(passed)}`,
    }),
  ];
}

/** Whether what was learnt lasts: later accounts, period by period. */
export function periodGates(periods: readonly ForwardPeriod[]): Gate[] {
  if (periods.length === 0) return [];
  const worst = periods.reduce((a, b) => (b.auc.upper < a.auc.upper ? b : a));
  const missed = periods.filter(({ holds }) => !holds);
  const told = missed.map(
    ({ from, predicted, observed }) =>
      `from ${from} ${formatPercent(predicted)} was predicted and ${formatPercent(observed.estimate)} came`,
  );
  return [
    makeGate({
      name: 'order in each period',
      measured: worst.auc.upper,
      must: 'at least',
      limit: 0.5,
      otherwise: 'ranked',
      says: (passed) =>
        `Of ${periods.length} periods ahead the worst begins at ${worst.from}, with an AUC of ${formatRange(worst.auc)}${passed ? '' : ': there the order is turned round'}.`,
    }),
    makeGate({
      name: 'probability in each period',
      measured: missed.length,
      must: 'at most',
      limit: 0,
      otherwise: 'ranked',
      says: (passed) =>
        passed
          ? `In each of ${periods.length} periods ahead about as many came as were predicted.`
          : `In ${missed.length} of ${periods.length} periods ahead the probabilities fail: ${told.join('; ')}. The order is shown, probabilities are not.`,
    }),
  ];
}

function turned({ estimate, lower, upper }: Proof['auc']): Proof['auc'] {
  return { estimate: -estimate, lower: -upper, upper: -lower };
}
