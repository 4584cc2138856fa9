import type { Interval } from '../model/estimate.js';
import type { KeptGroup, TimeFindings, TimeMeasures, TimeProof, TimeSpan } from '../model/time-proof.js';
import { roundMeasured } from './round-measured.js';
import type { TimeDocument } from './time-schema.js';

/** `time` of the document. */
export function writeTime({ proof, baselines, ...time }: TimeFindings): TimeDocument {
  return {
    horizon: time.horizon,
    followed: roundMeasured(time.followed),
    kept: writeEstimate(time.kept),
    median: writeSpan(time.median),
    curve: time.curve.map(({ time: at, atRisk, kept }) => ({
      time: roundMeasured(at),
      at_risk: atRisk,
      ...writeKept(kept),
    })),
    tiers: time.tiers.map(({ tier, accounts, ended, kept, median }) => ({
      tier,
      accounts,
      ended,
      ...writeKept(kept),
      median: writeSpan(median),
    })),
    ...(proof === null ? {} : { proof: writeProof(proof) }),
    baselines: baselines.map(({ name, ...measures }) => ({ name, ...writeMeasures(measures) })),
  };
}

/** What {@link writeTime} wrote. */
export function readTime({ proof, baselines, kept, median, curve, tiers, ...rest }: TimeDocument): TimeFindings {
  return {
    ...rest,
    kept: readEstimate(kept),
    median: readSpan(median),
    curve: curve.map(({ time, at_risk, ...share }) => ({ time, atRisk: at_risk, kept: readKept(share) })),
    tiers: tiers.map(({ tier, accounts, ended, kept: estimate, interval, median: half }) => ({
      tier,
      accounts,
      ended,
      kept: readKept({ kept: estimate, interval }),
      median: readSpan(half),
    })),
    proof: proof === undefined ? null : readProof(proof),
    baselines: baselines.map(({ name, ...measures }) => ({ name, ...readMeasures(measures) })),
  };
}

type ProofDocument = NonNullable<TimeDocument['proof']>;
type MeasuresDocument = Omit<TimeDocument['baselines'][number], 'name'>;

function writeProof(proof: TimeProof): ProofDocument {
  const { split, accounts, ended } = proof;
  return {
    split: { method: split.method, held_out_share: roundMeasured(split.heldOutShare), description: split.description },
    accounts,
    ended,
    until: roundMeasured(proof.until),
    ...writeMeasures(proof),
    improvement: writeEstimate(proof.improvement),
    all: writeGroup(proof.all),
    fifths: proof.fifths.map(writeGroup),
  };
}

function readProof({ split, improvement, all, fifths, ...proof }: ProofDocument): TimeProof {
  return {
    split: { method: split.method, heldOutShare: split.held_out_share, description: split.description },
    accounts: proof.accounts,
    ended: proof.ended,
    until: proof.until,
    ...readMeasures(proof),
    improvement: readEstimate(improvement),
    all: readGroup(all),
    fifths: fifths.map(readGroup),
  };
}

function writeMeasures({ concordance, uno, brier }: TimeMeasures): MeasuresDocument {
  return { concordance: writeEstimate(concordance), uno: writeEstimate(uno), brier: roundMeasured(brier) };
}

function readMeasures({ concordance, uno, brier }: MeasuresDocument): TimeMeasures {
  return { concordance: readEstimate(concordance), uno: readEstimate(uno), brier };
}

function writeGroup({ accounts, expected, kept }: KeptGroup): ProofDocument['all'] {
  return { accounts, expected: roundMeasured(expected), ...writeKept(kept) };
}

function readGroup({ accounts, expected, ...share }: ProofDocument['all']): KeptGroup {
  return { accounts, expected, kept: readKept(share) };
}

function writeKept({ estimate, lower, upper }: Interval): { kept: number; interval: [number, number] } {
  return { kept: roundMeasured(estimate), interval: [roundMeasured(lower), roundMeasured(upper)] };
}

function readKept({ kept, interval }: { kept: number; interval: readonly [number, number] }): Interval {
  return { estimate: kept, lower: interval[0], upper: interval[1] };
}

function writeSpan({ estimate, lower, upper }: TimeSpan): TimeDocument['median'] {
  return {
    ...(estimate === null ? {} : { estimate: roundMeasured(estimate) }),
    ...(lower === null ? {} : { lower: roundMeasured(lower) }),
    ...(upper === null ? {} : { upper: roundMeasured(upper) }),
  };
}

function readSpan({ estimate, lower, upper }: TimeDocument['median']): TimeSpan {
  return { estimate: estimate ?? null, lower: lower ?? null, upper: upper ?? null };
}

function writeEstimate({ estimate, lower, upper }: Interval): { estimate: number; interval: [number, number] } {
  return { estimate: roundMeasured(estimate), interval: [roundMeasured(lower), roundMeasured(upper)] };
}

function readEstimate({ estimate, interval }: { estimate: number; interval: readonly [number, number] }): Interval {
  return { estimate, lower: interval[0], upper: interval[1] };
}
