import type { Criterion } from '../model/criterion.js';
import type { Profile } from '../model/profile.js';
import type { Refound } from '../model/refound.js';
import type { Segment, SegmentValue } from '../model/segment.js';
import { formatTrait } from '../model/trait-text.js';
import { writeAmount } from './amount-document.js';
import { writeAudit, writeRefound } from './audit-document.js';
import { writeClusters } from './clusters-document.js';
import type { IcpDocument } from './document-schema.js';
import { writeInformation } from './information-document.js';
import { writeEnds, writeEstimate } from './interval-document.js';
import { writeLeaks } from './leaks-document.js';
import { writeBaseline, writeGate, writeProof } from './proof-document.js';
import { writeAttribute } from './recipe-document.js';
import { roundMeasured } from './round-measured.js';
import { writeTime } from './time-document.js';
import { writeValue } from './value-document.js';
import { writeScorecard } from './write-scorecard.js';

/**
 * The document of a profile, its keys in the order in which a salesperson reads. Measured numbers are rounded to
 * what their intervals can bear; traits and the scorecard are exact, so that scores do not change by being written.
 */
export function toDocument(profile: Profile): IcpDocument {
  const { best, learned, scorecard, proof, provenance } = profile;
  return {
    assay: profile.assay,
    name: profile.name,
    market: profile.market,
    description: profile.description,
    verdict: profile.verdict,
    reasons: [...profile.reasons],
    ...(profile.gates === undefined ? {} : { gates: profile.gates.map(writeGate) }),
    ...(profile.cautions === undefined || profile.cautions.length === 0 ? {} : { cautions: [...profile.cautions] }),
    best: {
      outcome: best.outcome,
      ...(best.is === undefined ? {} : { is: [...best.is] }),
      ...(best.not === undefined ? {} : { not: [...best.not] }),
      ...(best.atLeast === undefined ? {} : { at_least: best.atLeast }),
      ...(best.isAmount ? { target: 'amount' as const } : {}),
      ...(best.time === undefined ? {} : { target: 'time' as const, ...best.time }),
      ...(best.from === undefined ? {} : { from: best.from }),
      ...(best.at === undefined ? {} : { at: best.at }),
      ...(best.value === undefined ? {} : { value: writeValue(best.value) }),
      description: best.description,
    },
    learned: { accounts: learned.accounts, positives: learned.positives, base_rate: roundMeasured(learned.baseRate) },
    criteria: profile.criteria.map(writeCriterion),
    segments: profile.segments.map(writeSegment),
    ...(profile.segmentsBy === undefined ? {} : { segments_by: { ...profile.segmentsBy } }),
    ...(profile.clusters === undefined ? {} : { clusters: writeClusters(profile.clusters) }),
    ...writeTiers(profile),
    ...(proof === null ? {} : { proof: writeProof(proof) }),
    ...(profile.amount === undefined ? {} : { amount: writeAmount(profile.amount) }),
    ...(profile.time === undefined ? {} : { time: writeTime(profile.time) }),
    baselines: profile.baselines.map(writeBaseline),
    ...(profile.audit === undefined ? {} : { audit: writeAudit(profile.audit) }),
    ...(profile.leaks === undefined ? {} : { leaks: writeLeaks(profile.leaks) }),
    set_aside: profile.setAside.map(({ what, reason, detail }) => ({ what, reason, detail })),
    attributes: profile.attributes.map(writeAttribute),
    ...(profile.information === undefined ? {} : { information: writeInformation(profile.information) }),
    ...(scorecard === null ? {} : { scorecard: writeScorecard(scorecard) }),
    review: { every: profile.review.every },
    provenance: {
      assay: provenance.assay,
      seed: provenance.seed,
      ...(provenance.id === undefined ? {} : { id: provenance.id }),
      ...(provenance.time === undefined ? {} : { time: provenance.time }),
      ...(provenance.sampled === undefined ? {} : { sampled: provenance.sampled }),
      ...(provenance.sketch === undefined ? {} : { sketch: [...provenance.sketch] }),
      ...(provenance.since === undefined ? {} : { since: provenance.since }),
      ...(provenance.until === undefined ? {} : { until: provenance.until }),
      snapshots: provenance.snapshots.map(({ source, sha256, rows }) => ({ source, sha256, rows })),
    },
  };
}

function writeCriterion({ trait, role, status, points, belief, evidence, note }: Criterion) {
  return {
    trait: formatTrait(trait),
    role,
    status,
    ...(points === undefined ? {} : { points: roundMeasured(points) }),
    ...(belief === undefined ? {} : { belief: writeBelief(belief) }),
    ...(evidence === undefined
      ? {}
      : {
          evidence: {
            accounts: evidence.accounts,
            positives: evidence.positives,
            share: roundMeasured(evidence.share),
            lift: roundMeasured(evidence.lift.estimate),
            interval: writeEnds(evidence.lift),
            q: roundMeasured(evidence.q, 2),
            crude: roundMeasured(evidence.crude),
            adjusted: roundMeasured(evidence.adjusted),
            ...writeFound(evidence.refound),
          },
        }),
    ...(note === undefined ? {} : { note }),
  };
}

function writeFound(refound: Refound | undefined) {
  return refound === undefined ? {} : { refound: writeRefound(refound) };
}

function writeBelief({ strength, effect, posterior }: NonNullable<Criterion['belief']>) {
  return {
    strength,
    ...(effect === undefined ? {} : { effect }),
    ...(posterior === undefined ? {} : { posterior: writeEstimate(posterior) }),
  };
}

function writeSegmentValue(value: SegmentValue | undefined) {
  if (value === undefined) return {};
  const { mean, ratio } = value;
  return { value: { mean: roundMeasured(mean), ratio: roundMeasured(ratio.estimate), interval: writeEnds(ratio) } };
}

function writeSegment({
  name,
  traits,
  status,
  accounts,
  positives,
  share,
  lift,
  value,
  overlap,
  refound,
  note,
  heldOut,
}: Segment) {
  return {
    name,
    traits: traits.map(formatTrait),
    status,
    accounts,
    positives,
    share: roundMeasured(share),
    lift: roundMeasured(lift.estimate),
    interval: writeEnds(lift),
    ...writeSegmentValue(value),
    ...(overlap === undefined ? {} : { overlap: roundMeasured(overlap) }),
    ...writeFound(refound),
    ...(heldOut === undefined
      ? {}
      : {
          held_out: {
            accounts: heldOut.accounts,
            positives: heldOut.positives,
            lift: roundMeasured(heldOut.lift.estimate),
            interval: writeEnds(heldOut.lift),
            p: roundMeasured(heldOut.p, 2),
            ...writeSegmentValue(heldOut.value),
          },
        }),
    ...(note === undefined ? {} : { note }),
  };
}

function writeTiers({ scorecard, vetting }: Profile): Pick<IcpDocument, 'tiers'> {
  const cuts = scorecard?.tierCuts ?? null;
  const stretch = {
    ...(cuts === null ? {} : { from: cuts.stretch }),
    ...(vetting === undefined || vetting.length === 0 ? {} : { vetting: [...vetting] }),
  };
  if (cuts === null) return 'vetting' in stretch ? { tiers: { stretch } } : {};
  return { tiers: { ideal: { from: cuts.ideal }, stretch, bad: { below: cuts.stretch } } };
}
