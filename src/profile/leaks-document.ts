import type { LeakEffect, LeakEvidence, LeakFinding } from '../model/leak.js';
import { readEstimate, writeEstimate } from './interval-document.js';
import type { LeaksDocument } from './leaks-schema.js';
import { roundMeasured } from './round-measured.js';

type LeakDocument = LeaksDocument[number];

/** `leaks` of the document. */
export function writeLeaks(leaks: readonly LeakFinding[]): LeaksDocument {
  return leaks.map(({ attribute, kind, severity, use, detail, evidence, effect }) => ({
    attribute,
    kind,
    severity,
    use,
    detail,
    ...writeEvidence(evidence),
    ...(effect === undefined ? {} : { effect: writeEffect(effect) }),
  }));
}

/** What {@link writeLeaks} wrote. */
export function readLeaks(lines: LeaksDocument): LeakFinding[] {
  return lines.map(({ attribute, kind, severity, use, detail, effect, ...evidence }) => ({
    attribute,
    kind,
    severity,
    use,
    detail,
    evidence: readEvidence(evidence),
    ...(effect === undefined ? {} : { effect: readEffect(effect) }),
  }));
}

function writeEvidence({ auc, used, after, faded, word, partner }: LeakEvidence) {
  return {
    ...(auc === undefined ? {} : { auc: writeEstimate(auc) }),
    ...(used === undefined
      ? {}
      : { used_by: { having: roundMeasured(used.having), lacking: roundMeasured(used.lacking) } }),
    ...(after === undefined
      ? {}
      : { after: { share: roundMeasured(after.share), median_days: roundMeasured(after.medianDays) } }),
    ...(faded === undefined
      ? {}
      : { faded: { settled: writeEstimate(faded.settled), recent: writeEstimate(faded.recent) } }),
    ...(word === undefined ? {} : { word }),
    ...(partner === undefined ? {} : { partner }),
  };
}

type EvidenceDocument = Omit<LeakDocument, 'attribute' | 'kind' | 'severity' | 'use' | 'detail' | 'effect'>;

function readEvidence({ auc, used_by, after, faded, word, partner }: EvidenceDocument): LeakEvidence {
  return {
    ...(auc === undefined ? {} : { auc: readEstimate(auc) }),
    ...(used_by === undefined ? {} : { used: used_by }),
    ...(after === undefined ? {} : { after: { share: after.share, medianDays: after.median_days } }),
    ...(faded === undefined
      ? {}
      : { faded: { settled: readEstimate(faded.settled), recent: readEstimate(faded.recent) } }),
    ...(word === undefined ? {} : { word }),
    ...(partner === undefined ? {} : { partner }),
  };
}

function writeEffect({ with: beside, without, difference, accounts }: LeakEffect): NonNullable<LeakDocument['effect']> {
  const { estimate, interval } = writeEstimate(difference);
  return { with: roundMeasured(beside), without: roundMeasured(without), difference: estimate, interval, accounts };
}

function readEffect({ difference, interval, ...rest }: NonNullable<LeakDocument['effect']>): LeakEffect {
  return { ...rest, difference: readEstimate({ estimate: difference, interval }) };
}
