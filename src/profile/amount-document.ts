import type { AmountFindings, AmountMeasures, AmountProof } from '../model/amount-proof.js';
import type { Interval } from '../model/estimate.js';
import type { AmountDocument } from './amount-schema.js';
import { roundMeasured } from './round-measured.js';

/** `amount` of the document. */
export function writeAmount({ total, mean, cap, capped, cost, proof, baselines }: AmountFindings): AmountDocument {
  return {
    total: roundMeasured(total, 6),
    mean: roundMeasured(mean, 6),
    cap: roundMeasured(cap, 6),
    capped,
    ...(cost === undefined ? {} : { cost }),
    ...(proof === null ? {} : { proof: writeProof(proof) }),
    baselines: baselines.map(({ name, ...measures }) => ({ name, ...writeMeasures(measures) })),
  };
}

/** What {@link writeAmount} wrote. */
export function readAmount({ proof, baselines, cost, ...rest }: AmountDocument): AmountFindings {
  return {
    ...rest,
    ...(cost === undefined ? {} : { cost }),
    proof: proof === undefined ? null : readProof(proof),
    baselines: baselines.map(({ name, ...measures }) => ({ name, ...readMeasures(measures) })),
  };
}

type ProofDocument = NonNullable<AmountDocument['proof']>;
type MeasuresDocument = Omit<AmountDocument['baselines'][number], 'name'>;

function writeProof(proof: AmountProof): ProofDocument {
  const { split, accounts, positives } = proof;
  return {
    split: { method: split.method, held_out_share: roundMeasured(split.heldOutShare), description: split.description },
    accounts,
    positives,
    total: roundMeasured(proof.total, 6),
    ...writeMeasures(proof),
    gini: writeEstimate(proof.gini),
    ratio: writeEstimate(proof.ratio),
    curve: proof.curve.map(({ share, held }) => [roundMeasured(share), roundMeasured(held)]),
    fifths: proof.fifths.map((fifth) => ({
      accounts: fifth.accounts,
      expected: roundMeasured(fifth.expected),
      came: roundMeasured(fifth.came.estimate),
      interval: [roundMeasured(fifth.came.lower), roundMeasured(fifth.came.upper)],
    })),
  };
}

function readProof({ split, curve, fifths, ratio, ...proof }: ProofDocument): AmountProof {
  return {
    split: { method: split.method, heldOutShare: split.held_out_share, description: split.description },
    accounts: proof.accounts,
    positives: proof.positives,
    total: proof.total,
    ...readMeasures(proof),
    gini: readEstimate(proof.gini),
    ratio: readEstimate(ratio),
    curve: curve.map(([share, held]) => ({ share, held })),
    fifths: fifths.map(({ accounts, expected, came, interval }) => ({
      accounts,
      expected,
      came: readEstimate({ estimate: came, interval }),
    })),
  };
}

function writeMeasures({ rank, shareTopFifth, meanError, deviance }: AmountMeasures): MeasuresDocument {
  return {
    rank: writeEstimate(rank),
    share_top_fifth: writeEstimate(shareTopFifth),
    mean_error: roundMeasured(meanError),
    deviance: roundMeasured(deviance),
  };
}

function readMeasures({ rank, share_top_fifth, mean_error, deviance }: MeasuresDocument): AmountMeasures {
  return {
    rank: readEstimate(rank),
    shareTopFifth: readEstimate(share_top_fifth),
    meanError: mean_error,
    deviance,
  };
}

function writeEstimate({ estimate, lower, upper }: Interval): { estimate: number; interval: [number, number] } {
  return { estimate: roundMeasured(estimate), interval: [roundMeasured(lower), roundMeasured(upper)] };
}

function readEstimate({ estimate, interval }: { estimate: number; interval: readonly [number, number] }): Interval {
  return { estimate, lower: interval[0], upper: interval[1] };
}
