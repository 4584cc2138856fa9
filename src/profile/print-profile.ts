import { Document, isMap, isScalar, isSeq, type Pair, visit, type YAMLMap } from 'yaml';
import type { Profile } from '../model/profile.js';
import type { IcpDocument } from './document-schema.js';
import { toDocument } from './to-document.js';

/**
 * A profile as canonical YAML: the same profile gives the same bytes. `parseProfile` reads it back.
 * @returns text that ends with a line break.
 */
export function printProfile(profile: Profile): string {
  const document = new Document(withoutEmpty(toDocument(profile)), {
    aliasDuplicateObjects: false,
    // Older readers take a bare yes or No for a boolean.
    compat: 'yaml-1.1',
  });
  explainSections(document.contents as unknown as YAMLMap);
  visit(document, { Pair: (_, pair, ancestors) => layOut(pair, ancestors.length) });
  return document.toString({ lineWidth: 160, flowCollectionPadding: false });
}

/** What says nothing is not written; `parseProfile` puts it back. */
function withoutEmpty(document: IcpDocument): Partial<IcpDocument> {
  const isEmpty = (key: string, value: unknown) =>
    (Array.isArray(value) && value.length === 0 && key !== 'attributes') ||
    (key === 'description' && value === '') ||
    (key === 'learned' && Object.values(document.learned).every((figure) => figure === 0));
  return Object.fromEntries(Object.entries(document).filter(([key, value]) => !isEmpty(key, value)));
}

/** Written on one line; everything else one entry a line. */
const onOneLine = new Set(
  'is learned evidence interval belief held_out segments_by posterior kept median concordance uno improvement all edges stay ideal bad auc lift_top_fifth in review sketch average_precision log_loss brier bias brier_parts'.split(
    ' ',
  ),
);
/** Lists whose every entry is written on one line. */
const oneLineEntries = new Set([
  'gains',
  'calibration',
  'attributes',
  'bins',
  'rows',
  'snapshots',
  'axes',
  'points',
  'curve',
  'tiers',
  'gates',
  'lifts',
  'decision',
  'periods',
]);

function layOut({ key, value }: Pair, depth: number): void {
  if (!isScalar(key)) return;
  const name = String(key.value);
  if (
    (isMap(value) || isSeq(value)) &&
    (onOneLine.has(name) || (name === 'calibration' && isMap(value)) || value.items.length === 0)
  )
    value.flow = true;
  if (isSeq(value) && oneLineEntries.has(name)) {
    for (const item of value.items) if (isMap(item) || isSeq(item)) item.flow = true;
  }
  if (depth <= 4 && isMap(value) && name === 'stretch' && !value.has('vetting')) value.flow = true;
}

function explainSections(root: YAMLMap): void {
  for (const { key } of root.items) {
    if (!isScalar(key)) continue;
    const comment = comments[String(key.value)];
    if (comment === undefined) continue;
    key.spaceBefore = true;
    if (comment !== '') key.commentBefore = ` ${comment}`;
  }
}

/** Sections begin with an empty line; those that do not explain themselves with a sentence. */
const comments: Record<string, string> = {
  gates: 'What was asked before the verdict; the verdict is the least that a gate which failed allows.',
  best: '',
  criteria: 'The profile, line by line: a trait, the part it plays, what it rests on, and the points it gives.',
  segments: 'Groups that a few traits describe; all traits of a group must hold.',
  tiers: 'Points from which on an account is ideal or stretch.',
  proof: 'What the points did on accounts that they were not learnt from.',
  baselines: 'What simpler methods did on the same accounts.',
  set_aside: 'What learning did not use, and why.',
  attributes: 'What is known about accounts.',
  information: 'What each attribute tells by itself: information value, and the weight of evidence of its values.',
  scorecard: 'The points: base and one row of every term add up to the score.',
  review: '',
  provenance: '',
};
