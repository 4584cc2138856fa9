import fc from 'fast-check';
import { type Gate, gateBounds, gateNames } from '../../src/model/gate.js';
import { type Proof, type ProofDetails, splitMethods } from '../../src/model/proof.js';
import { anyText, count, decimal, interval, share } from './any-value.js';

const anyPlainProof = fc.record({
  split: fc.record({ method: fc.constantFrom(...splitMethods), heldOutShare: share, description: anyText }),
  accounts: count,
  positives: count,
  baseRate: share,
  auc: interval(share),
  liftTopFifth: interval(decimal(3)),
  logLoss: share,
  brier: share,
  calibrationError: share,
  calibrationNoise: share,
  gains: fc.array(fc.record({ share, captured: share }), { maxLength: 3 }),
  calibration: fc.array(fc.record({ accounts: count, predicted: share, observed: interval(share) }), { maxLength: 3 }),
}) as fc.Arbitrary<Omit<Proof, 'details'>>;

const anyPeriod = fc.record({
  from: anyText,
  accounts: count,
  positives: count,
  auc: interval(share),
  predicted: share,
  observed: interval(share),
  holds: fc.boolean(),
});
const anyDetails = fc.record(
  {
    averagePrecision: interval(share),
    logLoss: interval(share),
    brier: interval(share),
    brierParts: fc.record({ miscalibration: share, discrimination: share, uncertainty: share }),
    bias: interval(share),
    lifts: fc.array(fc.record({ share, lift: interval(decimal(3)) }), { maxLength: 2 }),
    decision: fc.array(
      fc.record({ threshold: share, share, net: interval(share), all: share, ahead: interval(share) }),
      { maxLength: 2 },
    ),
    periods: fc.array(anyPeriod, { maxLength: 2 }),
  },
  { requiredKeys: ['averagePrecision', 'logLoss', 'brier', 'brierParts', 'bias', 'lifts', 'decision'] },
) as fc.Arbitrary<ProofDetails>;
/** Proofs with and without their details. */
export const anyProof: fc.Arbitrary<Proof> = fc
  .tuple(anyPlainProof, fc.option(anyDetails, { nil: undefined }))
  .map(([proof, details]) => (details === undefined ? proof : { ...proof, details }));

export const anyGate: fc.Arbitrary<Gate> = fc.record({
  name: fc.constantFrom(...gateNames),
  measured: share,
  must: fc.constantFrom(...gateBounds),
  limit: share,
  passed: fc.boolean(),
  otherwise: fc.constantFrom('ranked' as const, 'description' as const, 'refused' as const),
  sentence: anyText,
});
