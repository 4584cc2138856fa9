import type { Attribute } from '../model/attribute.js';
import type { Interval } from '../model/estimate.js';
import type { Profile } from '../model/profile.js';
import { diffClusters } from './diff-clusters.js';
import { diffCriteria } from './diff-criteria.js';
import { diffScorecards } from './diff-scorecards.js';
import { diffSegments } from './diff-segments.js';
import { changeRank, type ProfileChange } from './profile-change.js';

/**
 * What changed between two profiles, by meaning: nothing for another order or layout, nor for an estimate that stayed
 * within its interval. Most important first; points by how far they moved.
 */
export function diffProfiles(before: Profile, after: Profile): ProfileChange[] {
  const changes = [
    ...diffHead(before, after),
    ...diffProof(before.proof?.auc ?? null, after.proof?.auc ?? null),
    ...diffCriteria(before.criteria, after.criteria),
    ...diffSegments(before.segments, after.segments),
    ...diffClusters(before.clusters, after.clusters),
    ...diffScorecards(before.scorecard, after.scorecard),
    ...diffLearned(before, after),
    ...diffAttributes(before, after),
    ...diffSetAside(before, after),
    ...diffVetting(before.vetting ?? [], after.vetting ?? []),
  ];
  return changes.sort((a, b) => changeRank[a.kind] - changeRank[b.kind] || distance(b) - distance(a));
}

function distance(change: ProfileChange): number {
  return change.kind === 'points' ? Math.abs(change.after - change.before) : 0;
}

function diffHead(before: Profile, after: Profile): ProfileChange[] {
  const changes: ProfileChange[] = [];
  if (before.verdict !== after.verdict) changes.push({ kind: 'verdict', before: before.verdict, after: after.verdict });
  if (bestKey(before) !== bestKey(after))
    changes.push({ kind: 'best', before: bestText(before), after: bestText(after) });
  if (before.market !== after.market) changes.push({ kind: 'market', before: before.market, after: after.market });
  const texts = [
    ['name', before.name, after.name],
    ['description', before.description, after.description],
    ['review', before.review.every, after.review.every],
  ] as const;
  for (const [what, was, is] of texts) if (was !== is) changes.push({ kind: 'text', what, before: was, after: is });
  return changes;
}

/** The test itself, not its words. */
function bestKey({ best }: Profile): string {
  const folded = (values?: readonly string[]) => values?.map((value) => value.trim().toLowerCase()).sort();
  return JSON.stringify([
    best.outcome,
    folded(best.is),
    folded(best.not),
    best.atLeast,
    best.isAmount,
    best.time,
    best.from,
    best.at,
  ]);
}

function bestText({ best }: Profile): string {
  if (best.time !== undefined) return best.description;
  if (best.is !== undefined) return `${best.outcome} is ${best.is.join(' or ')}`;
  if (best.isAmount) return `the amount of ${best.outcome}`;
  return best.atLeast === undefined ? best.outcome : `${best.outcome} of at least ${best.atLeast}`;
}

/** Told whenever it shows in three decimals: people ask for it after every learning. */
function diffProof(before: Interval | null, after: Interval | null): ProfileChange[] {
  const shown = (auc: Interval | null) => auc?.estimate.toFixed(3);
  return shown(before) === shown(after) ? [] : [{ kind: 'proof', before, after }];
}

function diffLearned({ learned: before }: Profile, { learned: after }: Profile): ProfileChange[] {
  const isSame = before.accounts === after.accounts && before.positives === after.positives;
  return isSame ? [] : [{ kind: 'learned', before, after }];
}

function diffAttributes({ attributes: before }: Profile, { attributes: after }: Profile): ProfileChange[] {
  return [
    ...after.flatMap((attribute): ProfileChange[] => {
      const old = before.find(({ name }) => name === attribute.name);
      if (old === undefined) return [{ kind: 'attribute-appeared', attribute }];
      const both = { before: old, after: attribute };
      const isSame = old.type === attribute.type && old.kind === attribute.kind;
      return [
        ...(isSame ? [] : [{ kind: 'attribute-type', ...both } as const]),
        ...(recipeKey(old) === recipeKey(attribute) ? [] : [{ kind: 'attribute-recipe', ...both } as const]),
        ...(old.sensitivity === attribute.sensitivity ? [] : [{ kind: 'attribute-sensitivity', ...both } as const]),
      ];
    }),
    ...before
      .filter(({ name }) => !after.some((attribute) => attribute.name === name))
      .map((attribute): ProfileChange => ({ kind: 'attribute-vanished', attribute })),
  ];
}

/** Of what a recipe means: the order of its values does not count. */
function recipeKey({ recipe }: Attribute): string {
  if (recipe === undefined) return '';
  const values = recipe.where?.values.map((value) => value.trim().toLowerCase()).sort();
  const { from, measure, of, at, until, where, windowDays } = recipe;
  return JSON.stringify([from, measure, of, at, until, where?.column, values, windowDays]);
}

function diffSetAside({ setAside: before }: Profile, { setAside: after }: Profile): ProfileChange[] {
  const isSame = (a: { what: string; reason: string }, b: { what: string; reason: string }) =>
    a.what === b.what && a.reason === b.reason;
  const gone = before.filter((old) => !after.some((now) => isSame(old, now)));
  const come = after.filter((now) => !before.some((old) => isSame(old, now)));
  return [
    ...come.map((now): ProfileChange => {
      const old = gone.find(({ what }) => what === now.what);
      return old === undefined
        ? { kind: 'set-aside-appeared', setAside: now }
        : { kind: 'set-aside-reason', before: old, after: now };
    }),
    ...gone
      .filter(({ what }) => !come.some((now) => now.what === what))
      .map((setAside): ProfileChange => ({ kind: 'set-aside-vanished', setAside })),
  ];
}

function diffVetting(before: readonly string[], after: readonly string[]): ProfileChange[] {
  return [
    ...after
      .filter((text) => !before.includes(text))
      .map((text): ProfileChange => ({ kind: 'vetting-appeared', text })),
    ...before
      .filter((text) => !after.includes(text))
      .map((text): ProfileChange => ({ kind: 'vetting-vanished', text })),
  ];
}
