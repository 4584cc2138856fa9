import type { Attribute } from '../model/attribute.js';
import type { Criterion, Evidence } from '../model/criterion.js';
import { parseTrait } from '../model/parse-trait.js';
import type { Best, BestTime, Profile } from '../model/profile.js';
import type { Segment } from '../model/segment.js';
import type { Trait } from '../model/trait.js';
import { formatTrait } from '../model/trait-text.js';
import { readAmount } from './amount-document.js';
import { attributesOfTraits, fitTrait } from './attribute-of-trait.js';
import { readAudit, readRefound } from './audit-document.js';
import { readClusters } from './clusters-document.js';
import { defaultStrength } from './compile-beliefs.js';
import type { Report } from './document-report.js';
import type { IcpDocument } from './document-schema.js';
import { readInformation } from './information-document.js';
import { readEstimate } from './interval-document.js';
import { readLeaks } from './leaks-document.js';
import { readBaseline, readProof } from './proof-document.js';
import { readScorecard } from './read-scorecard.js';
import { readAttribute } from './recipe-document.js';
import { readTime } from './time-document.js';
import { traitKey } from './trait-key.js';
import { readValue } from './value-document.js';

/** A profile from a document of the right shape; what the shape cannot say is checked here and reported. */
export function fromDocument(document: IcpDocument, report: Report): Profile {
  const { tiers } = document;
  const vetting = tiers?.stretch?.vetting;
  const attributes =
    document.attributes?.map((line, i) => readAttribute(line, { path: ['attributes', i], report })) ??
    inferAttributes(document);
  checkUnique(attributes, report);
  const trait = (text: string, path: readonly PropertyKey[]) => readTrait(text, { path, attributes, report });
  const criteria = document.criteria.map((line, i) => readCriterion(line, trait(line.trait, ['criteria', i, 'trait'])));
  warnOfTwins(criteria, report);
  return {
    assay: 1,
    name: document.name,
    market: document.market,
    description: document.description,
    verdict: document.verdict,
    reasons: document.reasons,
    ...(document.gates === undefined ? {} : { gates: document.gates }),
    ...(document.cautions === undefined || document.cautions.length === 0 ? {} : { cautions: document.cautions }),
    ...(document.audit === undefined ? {} : { audit: readAudit(document.audit) }),
    ...(document.leaks === undefined ? {} : { leaks: readLeaks(document.leaks) }),
    best: readBest(document.best, report),
    learned: {
      accounts: document.learned.accounts,
      positives: document.learned.positives,
      baseRate: document.learned.base_rate,
    },
    attributes,
    criteria,
    segments: document.segments.map((segment, i) => readSegment(segment, { trait, path: ['segments', i] })),
    ...(document.segments_by === undefined ? {} : { segmentsBy: readSegmentsBy(document.segments_by) }),
    ...(document.information === undefined ? {} : { information: readInformation(document.information) }),
    ...(document.clusters === undefined ? {} : { clusters: readClusters(document.clusters, trait) }),
    ...(vetting === undefined || vetting.length === 0 ? {} : { vetting }),
    scorecard: readScorecard(document, report),
    proof: document.proof === undefined ? null : readProof(document.proof),
    baselines: document.baselines.map(readBaseline),
    ...(document.time === undefined ? {} : { time: readTime(document.time) }),
    ...(document.amount === undefined ? {} : { amount: readAmount(document.amount) }),
    setAside: document.set_aside,
    review: document.review,
    provenance: readProvenance(document.provenance),
  };
}

function readTrait(
  text: string,
  { path, attributes, report }: { path: readonly PropertyKey[]; attributes: readonly Attribute[]; report: Report },
): Trait {
  const parsed = parseTrait(text);
  if (parsed.kind === 'problem') throw new Error(`The shape let ${JSON.stringify(text)} pass.`);
  const fitted = fitTrait(parsed.trait, attributes);
  if (fitted.kind === 'trait') return fitted.trait;
  report(path, fitted);
  return parsed.trait;
}

function inferAttributes({ criteria, segments, market }: IcpDocument): Attribute[] {
  const traits = [...criteria.map((line) => line.trait), ...segments.flatMap((segment) => segment.traits)].flatMap(
    (text) => {
      const parsed = parseTrait(text);
      return parsed.kind === 'trait' ? [parsed.trait] : [];
    },
  );
  return attributesOfTraits(traits, market);
}

/** Two lines for one trait count twice in the points of beliefs. */
function warnOfTwins(criteria: readonly Criterion[], report: Report): void {
  const seen = new Set<string>();
  for (const [i, { trait }] of criteria.entries()) {
    const key = traitKey(trait);
    if (seen.has(key))
      report(['criteria', i, 'trait'], {
        severity: 'warning',
        message: `${formatTrait(trait)} is a criterion already`,
        fix: 'Keep one of the two lines.',
      });
    seen.add(key);
  }
}

function checkUnique(attributes: readonly Attribute[], report: Report): void {
  const seen = new Set<string>();
  for (const [i, { name }] of attributes.entries()) {
    if (seen.has(name))
      report(['attributes', i, 'name'], { message: `${JSON.stringify(name)} stands here twice`, fix: 'Keep one.' });
    seen.add(name);
  }
}

function readBest(
  { outcome, is, not, at_least, target, from, at, value, description, ...timed }: IcpDocument['best'],
  report: Report,
): Best {
  if (is === undefined && at_least === undefined && target === undefined)
    report(['best'], {
      severity: 'warning',
      message: `best does not say which values of ${JSON.stringify(outcome)} count`,
      fix: 'Add `is: [yes]` with the values, or `at_least: 1000` with the number.',
    });
  const inWords = is !== undefined ? `${outcome} is ${is.join(' or ')}` : `${outcome} of at least ${at_least}`;
  return {
    outcome,
    ...(is === undefined ? {} : { is }),
    ...(not === undefined ? {} : { not }),
    ...(at_least === undefined ? {} : { atLeast: at_least }),
    ...(target === 'amount' ? { isAmount: true as const } : {}),
    ...(target === 'time' ? { time: readBestTime(timed, report) } : {}),
    ...(from === undefined ? {} : { from }),
    ...(at === undefined ? {} : { at }),
    ...(value === undefined
      ? {}
      : { value: readValue(value, (path, about) => report(['best', 'value', ...path], about)) }),
    description: description ?? (is === undefined && at_least === undefined ? outcome : inWords),
  };
}

function readBestTime(
  { duration, start, end, period }: Pick<IcpDocument['best'], 'duration' | 'start' | 'end' | 'period'>,
  report: Report,
): BestTime {
  if (duration === undefined && (start === undefined || end === undefined))
    report(['best', 'target'], {
      message: 'best does not say which columns tell how long accounts last',
      fix: 'Add `duration: <column>`, or `start: <column>` and `end: <column>`.',
    });
  return {
    ...(duration === undefined ? {} : { duration }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(period === undefined ? {} : { period }),
  };
}

function readCriterion(line: IcpDocument['criteria'][number], trait: Trait): Criterion {
  const { role, status, points, evidence, note } = line;
  // A hypothesis that nothing was counted for is worth something, or it would say nothing.
  const isBare = status === 'hypothesis' && evidence === undefined;
  const belief = line.belief ?? (isBare ? { strength: defaultStrength } : undefined);
  return {
    trait,
    role,
    status,
    ...(points === undefined ? {} : { points }),
    ...(belief === undefined ? {} : { belief: readBelief(belief) }),
    ...(evidence === undefined ? {} : { evidence: readEvidence(evidence) }),
    ...(note === undefined ? {} : { note }),
  };
}

function readEvidence({ refound, ...rest }: NonNullable<IcpDocument['criteria'][number]['evidence']>): Evidence {
  return { ...withInterval(rest), ...(refound === undefined ? {} : { refound: readRefound(refound) }) };
}

function readBelief({ strength, effect, posterior }: NonNullable<IcpDocument['criteria'][number]['belief']>) {
  return {
    strength,
    ...(effect === undefined ? {} : { effect }),
    ...(posterior === undefined ? {} : { posterior: readEstimate(posterior) }),
  };
}

function readSegmentValue(value: IcpDocument['segments'][number]['value']): Pick<Segment, 'value'> {
  if (value === undefined) return {};
  const { mean, ratio, interval } = value;
  return { value: { mean, ratio: readEstimate({ estimate: ratio, interval }) } };
}

function readSegmentsBy({
  measure,
  value,
}: NonNullable<IcpDocument['segments_by']>): NonNullable<Profile['segmentsBy']> {
  return { measure, ...(value === undefined ? {} : { value }) };
}

function readHeldOut({ value, ...rest }: NonNullable<IcpDocument['segments'][number]['held_out']>) {
  return { ...withInterval(rest), ...readSegmentValue(value) };
}

function readSegment(
  { traits, lift, interval, value, overlap, refound, note, held_out, ...rest }: IcpDocument['segments'][number],
  { trait, path }: { trait: (text: string, path: readonly PropertyKey[]) => Trait; path: readonly PropertyKey[] },
): Segment {
  return {
    ...rest,
    traits: traits.map((text, i) => trait(text, [...path, 'traits', i])),
    lift: readEstimate({ estimate: lift, interval }),
    ...readSegmentValue(value),
    ...(overlap === undefined ? {} : { overlap }),
    ...(refound === undefined ? {} : { refound: readRefound(refound) }),
    ...(note === undefined ? {} : { note }),
    ...(held_out === undefined ? {} : { heldOut: readHeldOut(held_out) }),
  };
}

function readProvenance(written: IcpDocument['provenance']): Profile['provenance'] {
  const { assay, seed, snapshots, id, time, sampled, sketch, since, until } = written;
  return {
    assay,
    seed,
    snapshots,
    ...(id === undefined ? {} : { id }),
    ...(time === undefined ? {} : { time }),
    ...(sampled === undefined ? {} : { sampled }),
    ...(sketch === undefined ? {} : { sketch }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}

/** `lift` and its `interval` are one value in the model. */
function withInterval<T extends { lift: number; interval: [number, number] }>({ lift, interval, ...rest }: T) {
  return { ...rest, lift: readEstimate({ estimate: lift, interval }) };
}
