import type { Interval } from '../model/estimate.js';
import type { Gate } from '../model/gate.js';
import type { Ahead, Baseline, Proof, ProofDetails } from '../model/proof.js';
import type { IcpDocument } from './document-schema.js';
import { readEstimate, writeEnds, writeEstimate } from './interval-document.js';
import { roundMeasured } from './round-measured.js';

type WrittenProof = NonNullable<IcpDocument['proof']>;
type WrittenBaseline = IcpDocument['baselines'][number];
type WrittenDetails = NonNullable<WrittenProof['details']>;

export function writeGate({ name, passed, measured, must, limit, otherwise, sentence }: Gate) {
  return { name, passed, measured: roundMeasured(measured), must, limit: roundMeasured(limit), otherwise, sentence };
}

export function writeProof(proof: Proof): WrittenProof {
  const { split, accounts, positives } = proof;
  return {
    split: { method: split.method, held_out_share: roundMeasured(split.heldOutShare), description: split.description },
    accounts,
    positives,
    base_rate: roundMeasured(proof.baseRate),
    auc: writeEstimate(proof.auc),
    lift_top_fifth: writeEstimate(proof.liftTopFifth),
    log_loss: roundMeasured(proof.logLoss),
    brier: roundMeasured(proof.brier),
    calibration_error: roundMeasured(proof.calibrationError),
    calibration_noise: roundMeasured(proof.calibrationNoise),
    gains: proof.gains.map(({ share, captured }) => [roundMeasured(share), roundMeasured(captured)]),
    calibration: proof.calibration.map((bin) => ({
      accounts: bin.accounts,
      predicted: roundMeasured(bin.predicted),
      observed: roundMeasured(bin.observed.estimate),
      interval: writeEnds(bin.observed),
    })),
    ...(proof.details === undefined ? {} : { details: writeDetails(proof.details) }),
  };
}

export function readProof(proof: WrittenProof): Proof {
  const { split, accounts, positives, brier } = proof;
  return {
    split: { method: split.method, heldOutShare: split.held_out_share, description: split.description },
    accounts,
    positives,
    baseRate: proof.base_rate,
    auc: readEstimate(proof.auc),
    liftTopFifth: readEstimate(proof.lift_top_fifth),
    logLoss: proof.log_loss,
    brier,
    calibrationError: proof.calibration_error,
    calibrationNoise: proof.calibration_noise,
    gains: proof.gains.map(([share, captured]) => ({ share, captured })),
    calibration: proof.calibration.map(({ observed, interval, ...rest }) => ({
      ...rest,
      observed: readEstimate({ estimate: observed, interval }),
    })),
    ...(proof.details === undefined ? {} : { details: readDetails(proof.details) }),
  };
}

export function writeBaseline({ name, auc, liftTopFifth, logLoss, ahead }: Baseline): WrittenBaseline {
  return {
    name,
    auc: writeEstimate(auc),
    lift_top_fifth: writeEstimate(liftTopFifth),
    log_loss: roundMeasured(logLoss),
    ...(ahead === undefined ? {} : { ahead: writeAhead(ahead) }),
  };
}

export function readBaseline({ name, auc, lift_top_fifth, log_loss, ahead }: WrittenBaseline): Baseline {
  return {
    name,
    auc: readEstimate(auc),
    liftTopFifth: readEstimate(lift_top_fifth),
    logLoss: log_loss,
    ...(ahead === undefined ? {} : { ahead: readAhead(ahead) }),
  };
}

function writeAhead({ auc, averagePrecision, liftTopFifth, logLoss, brier }: Ahead) {
  return {
    auc: writeEstimate(auc),
    average_precision: writeEstimate(averagePrecision),
    lift_top_fifth: writeEstimate(liftTopFifth),
    log_loss: writeEstimate(logLoss),
    brier: writeEstimate(brier),
  };
}

function readAhead(ahead: NonNullable<WrittenBaseline['ahead']>): Ahead {
  return {
    auc: readEstimate(ahead.auc),
    averagePrecision: readEstimate(ahead.average_precision),
    liftTopFifth: readEstimate(ahead.lift_top_fifth),
    logLoss: readEstimate(ahead.log_loss),
    brier: readEstimate(ahead.brier),
  };
}

function writeDetails(details: ProofDetails): WrittenDetails {
  const { brierParts: parts, periods } = details;
  return {
    average_precision: writeEstimate(details.averagePrecision),
    log_loss: writeEstimate(details.logLoss),
    brier: writeEstimate(details.brier),
    brier_parts: {
      miscalibration: roundMeasured(parts.miscalibration),
      discrimination: roundMeasured(parts.discrimination),
      uncertainty: roundMeasured(parts.uncertainty),
    },
    bias: writeEstimate(details.bias),
    lifts: details.lifts.map(({ share, lift }) => [share, roundMeasured(lift.estimate), ...writeEnds(lift)]),
    decision: details.decision.map(({ threshold, share, net, all, ahead }) => ({
      threshold,
      share: roundMeasured(share),
      net: writeTriple(net),
      all: roundMeasured(all),
      ahead: writeTriple(ahead),
    })),
    ...(periods === undefined
      ? {}
      : {
          periods: periods.map(({ from, accounts, positives, auc, predicted, observed, holds }) => ({
            from,
            accounts,
            positives,
            auc: writeEstimate(auc),
            predicted: roundMeasured(predicted),
            observed: roundMeasured(observed.estimate),
            interval: writeEnds(observed),
            holds,
          })),
        }),
  };
}

function readDetails(details: WrittenDetails): ProofDetails {
  return {
    averagePrecision: readEstimate(details.average_precision),
    logLoss: readEstimate(details.log_loss),
    brier: readEstimate(details.brier),
    brierParts: details.brier_parts,
    bias: readEstimate(details.bias),
    lifts: details.lifts.map(([share, estimate, lower, upper]) => ({ share, lift: { estimate, lower, upper } })),
    decision: details.decision.map(({ net, ahead, ...rest }) => ({
      ...rest,
      net: readTriple(net),
      ahead: readTriple(ahead),
    })),
    ...(details.periods === undefined
      ? {}
      : {
          periods: details.periods.map(({ auc, observed, interval, ...rest }) => ({
            ...rest,
            auc: readEstimate(auc),
            observed: readEstimate({ estimate: observed, interval }),
          })),
        }),
  };
}

/** Where there are many: estimate, lower, upper. */
function writeTriple(of: Interval): [number, number, number] {
  return [roundMeasured(of.estimate), ...writeEnds(of)];
}

function readTriple([estimate, lower, upper]: readonly [number, number, number]): Interval {
  return { estimate, lower, upper };
}
