import type { Attribute } from '../model/attribute.js';
import type { Criterion } from '../model/criterion.js';
import type { Interval } from '../model/estimate.js';
import { formatRecipe } from '../model/recipe-text.js';
import type { Scorecard } from '../model/scorecard.js';
import type { Segment } from '../model/segment.js';
import { formatCondition, formatTrait } from '../model/trait-text.js';
import type { ChangeKind, ProfileChange } from './profile-change.js';

/** A change as one sentence for people. */
export function formatChange(change: ProfileChange): string {
  const sentence = sentences[change.kind] as (change: ProfileChange) => string;
  return sentence(change);
}

type Of<Kind extends ChangeKind> = Extract<ProfileChange, { kind: Kind }>;

const sentences: { readonly [Kind in ChangeKind]: (change: Of<Kind>) => string } = {
  verdict: ({ before, after }) => `The verdict is now ${after} (was ${before}).`,
  best: ({ before, after }) => `"Best" now means ${after} (was ${before}).`,
  market: ({ before, after }) => `The market is now ${after} (was ${before}).`,
  proof: ({ before, after }) => formatProof(before, after),
  'scorecard-appeared': () => 'The profile now has a scorecard: it scores.',
  'scorecard-vanished': () => 'The profile no longer has a scorecard: it does not score.',
  'criterion-appeared': ({ criterion }) => `New: ${describe(criterion)}.`,
  'criterion-vanished': ({ criterion }) => `Gone: ${describe(criterion)}.`,
  'criterion-range': ({ before, after }) => `${formatTrait(before)} is now ${formatTrait(after)}.`,
  'criterion-role': ({ trait, before, after }) =>
    `${formatTrait(trait)} is now ${roleWords[after]} (was ${roleWords[before]}).`,
  'criterion-status': ({ trait, before, after }) =>
    `${formatTrait(trait)} is now ${statusWords[after]} (was ${statusWords[before]}).`,
  'criterion-lift': ({ trait, before, after }) => `The lift of ${formatTrait(trait)} ${formatMove(before, after)}.`,
  'criterion-belief': ({ trait, before, after }) =>
    `The belief in ${formatTrait(trait)} is now worth ${after ?? 'no'} observations (was ${before ?? 'none'}).`,
  'criterion-note': ({ trait, before, after }) =>
    after === null
      ? `The note on ${formatTrait(trait)} is gone: ${quote(before ?? '')}.`
      : `${before === null ? 'New note' : 'Other note'} on ${formatTrait(trait)}: ${quote(after)}.`,
  'segment-appeared': ({ segment }) => `New segment: ${describeSegment(segment)}.`,
  'segment-vanished': ({ segment }) => `Segment gone: ${describeSegment(segment)}.`,
  'segment-status': ({ name, before, after }) =>
    `The segment ${quote(name)} is now ${statusWords[after]} (was ${statusWords[before]}).`,
  'segment-lift': ({ name, before, after }) => `The lift of the segment ${quote(name)} ${formatMove(before, after)}.`,
  'segment-name': ({ before, after }) => `The segment ${quote(before)} is now called ${quote(after)}.`,
  'cluster-count': ({ before, after }) =>
    `The best accounts are now of ${after} ${after === 1 ? 'kind' : 'kinds'} (was ${before}).`,
  'cluster-appeared': ({ cluster }) =>
    `New kind among the best: ${quote(cluster.name)}, ${percent(cluster.share)} of them.`,
  'cluster-vanished': ({ cluster }) =>
    `Kind gone from the best: ${quote(cluster.name)} (was ${percent(cluster.share)} of them).`,
  'cluster-share': ({ name, before, after }) =>
    `The kind ${quote(name)} is now ${percent(after)} of the best (was ${percent(before)}).`,
  tiers: ({ before, after }) => formatTiers(before, after),
  'term-appeared': ({ attribute, member, ...range }) =>
    `${termName(attribute, member)} now counts: ${pointsRange(range)}.`,
  'term-vanished': ({ attribute, member, ...range }) =>
    `${termName(attribute, member)} no longer counts (was ${pointsRange(range)}).`,
  'pair-appeared': ({ pair, ...range }) => `${pair} now counts together: ${pointsRange(range)}.`,
  'pair-vanished': ({ pair, ...range }) => `${pair} no longer counts together (was ${pointsRange(range)}).`,
  'pair-points': ({ pair, cells, largest }) =>
    cells === null
      ? `${pair} is cut in other rows, with other points.`
      : `${pair} gives other points in ${cells} ${cells === 1 ? 'cell' : 'cells'}, by up to ${largest}.`,
  points: ({ attribute, row, before, after }) =>
    `${attribute} ${row === null ? 'with any other value' : formatCondition(row)} gives ${plural(after)} (was ${signed(before)}).`,
  base: ({ before, after }) => `Every account starts from ${plural(after)} (was ${signed(before)}).`,
  scale: ({ before, after }) => `One unit of log-odds is now ${after} points (was ${before}).`,
  calibration: ({ points, before, after }) =>
    `An account of ${points} points now has a chance of ${percent(after)} (was ${percent(before)}).`,
  learned: ({ before, after }) =>
    `Learnt from ${after.accounts} accounts with a base rate of ${percent(after.baseRate)} (was ${before.accounts} with ${percent(before.baseRate)}).`,
  'attribute-appeared': ({ attribute }) => `New attribute: ${attribute.name} (${attributeFacts(attribute)}).`,
  'attribute-vanished': ({ attribute }) => `Attribute gone: ${attribute.name} (${attribute.kind}, ${attribute.type}).`,
  'attribute-type': ({ before, after }) =>
    `${after.name} is now read as ${after.kind}, ${after.type} (was ${before.kind}, ${before.type}).`,
  'attribute-recipe': ({ before, after }) =>
    `${after.name} is now ${origin(after)} (was ${origin(before)}): points of the two cannot be compared there.`,
  'attribute-sensitivity': ({ before, after }) =>
    `${after.name} now counts as ${after.sensitivity ?? 'not sensitive'} (was ${before.sensitivity ?? 'not sensitive'}).`,
  'set-aside-appeared': ({ setAside }) => `Now set aside: ${setAside.what} (${setAside.reason}).`,
  'set-aside-vanished': ({ setAside }) => `No longer set aside: ${setAside.what} (was ${setAside.reason}).`,
  'set-aside-reason': ({ before, after }) =>
    `${after.what} is now set aside as ${after.reason} (was ${before.reason}).`,
  text: ({ what, before, after }) =>
    what === 'review'
      ? `Review is now every ${after} (was every ${before}).`
      : `The ${what} is now ${quote(after)} (was ${quote(before)}).`,
  'vetting-appeared': ({ text }) => `New on the vetting list: ${quote(text)}.`,
  'vetting-vanished': ({ text }) => `Off the vetting list: ${quote(text)}.`,
};

function attributeFacts({ kind, type, sensitivity }: Attribute): string {
  return [kind, type, ...(sensitivity === undefined ? [] : [sensitivity])].join(', ');
}

function origin({ recipe }: Attribute): string {
  return recipe === undefined ? 'a column of the accounts' : formatRecipe(recipe);
}

const roleWords = { must: 'a must', strong: 'strong', nice: 'nice to have', disqualifier: 'a disqualifier' } as const;
const statusWords = {
  hypothesis: 'a hypothesis',
  observed: 'observed',
  validated: 'validated',
  refuted: 'refuted',
} as const;

function describe({ trait, role, status, evidence }: Criterion): string {
  const lift = evidence === undefined ? '' : `, lift ${formatInterval(evidence.lift)}`;
  return `${formatTrait(trait)} (${roleWords[role]}, ${statusWords[status]}${lift})`;
}

function describeSegment({ name, traits, status, lift, heldOut }: Segment): string {
  const shown = formatInterval(heldOut?.lift ?? lift);
  return `${quote(name)}, ${traits.map(formatTrait).join(' and ')} (${statusWords[status]}, lift ${shown})`;
}

function formatProof(before: Interval | null, after: Interval | null): string {
  if (after === null) return `There is no proof any more (AUC was ${formatInterval(before, 3)}).`;
  if (before === null) return `There is now a proof: AUC ${formatInterval(after, 3)}.`;
  const overlap = before.lower <= after.upper && after.lower <= before.upper ? '; the intervals overlap' : '';
  return `AUC on held-out accounts is now ${formatInterval(after, 3)} (was ${formatInterval(before, 3)})${overlap}.`;
}

function formatTiers(before: Scorecard['tierCuts'], after: Scorecard['tierCuts']): string {
  if (after === null) return 'Tiers are no longer claimed.';
  if (before === null) return `Tiers are now claimed: ideal from ${after.ideal} points, stretch from ${after.stretch}.`;
  const was = (then: number, now: number) => (then === now ? 'as before' : `was ${then}`);
  const ideal = `Ideal begins at ${after.ideal} points (${was(before.ideal, after.ideal)})`;
  return `${ideal}, stretch at ${after.stretch} (${was(before.stretch, after.stretch)}).`;
}

function formatMove(before: Interval, after: Interval): string {
  const verb = after.estimate > before.estimate ? 'rose' : 'fell';
  return `${verb} to ${formatInterval(after)} from ${formatInterval(before)}`;
}

function formatInterval(value: Interval | null, digits = 2): string {
  if (value === null) return 'unknown';
  return `${value.estimate.toFixed(digits)} (${value.lower.toFixed(digits)} to ${value.upper.toFixed(digits)})`;
}

function termName(attribute: string, member: string | undefined): string {
  return member === undefined ? attribute : `${attribute} includes ${member}`;
}

function pointsRange({ lowest, highest }: { lowest: number; highest: number }): string {
  return lowest === highest ? plural(lowest) : `${signed(lowest)} to ${plural(highest)}`;
}

function plural(points: number): string {
  return `${signed(points)} ${Math.abs(points) === 1 ? 'point' : 'points'}`;
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : `${points}`.replace('-', '−');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function quote(text: string): string {
  return `“${text}”`;
}
