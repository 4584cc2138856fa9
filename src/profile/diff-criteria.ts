import type { Criterion } from '../model/criterion.js';
import { movedBeyond } from './moved-beyond.js';
import type { ProfileChange } from './profile-change.js';
import { traitKey } from './trait-key.js';

/** Changes between the criteria of two profiles; the same line is found by its trait, else by attribute and kind of condition. */
export function diffCriteria(before: readonly Criterion[], after: readonly Criterion[]): ProfileChange[] {
  const pairs = pairCriteria(before, after);
  const kept = new Set(pairs.flat());
  return [
    ...pairs.flatMap(([old, now]) => diffCriterion(old, now)),
    ...after
      .filter((criterion) => !kept.has(criterion))
      .map((criterion): ProfileChange => ({ kind: 'criterion-appeared', criterion })),
    ...before
      .filter((criterion) => !kept.has(criterion))
      .map((criterion): ProfileChange => ({ kind: 'criterion-vanished', criterion })),
  ];
}

function pairCriteria(before: readonly Criterion[], after: readonly Criterion[]): [Criterion, Criterion][] {
  const pairs: [Criterion, Criterion][] = [];
  const left = new Set(before);
  const pair = (now: Criterion, isSame: (old: Criterion) => boolean) => {
    const old = [...left].find(isSame);
    if (old === undefined) return false;
    left.delete(old);
    pairs.push([old, now]);
    return true;
  };
  const moved = after.filter((now) => !pair(now, (old) => traitKey(old.trait) === traitKey(now.trait)));
  for (const now of moved) {
    const { attribute, condition } = now.trait;
    if (condition.kind !== 'range' && condition.kind !== 'in') continue;
    // What is sought and what is shunned are different lines, even of one attribute.
    pair(
      now,
      ({ trait, role }) =>
        trait.attribute === attribute &&
        trait.condition.kind === condition.kind &&
        (role === 'disqualifier') === (now.role === 'disqualifier'),
    );
  }
  return pairs;
}

function diffCriterion(old: Criterion, now: Criterion): ProfileChange[] {
  const { trait } = now;
  const changes: ProfileChange[] = [];
  const isMoved = traitKey(old.trait) !== traitKey(trait);
  if (isMoved) changes.push({ kind: 'criterion-range', before: old.trait, after: trait });
  if (old.role !== now.role) changes.push({ kind: 'criterion-role', trait, before: old.role, after: now.role });
  if (old.status !== now.status)
    changes.push({ kind: 'criterion-status', trait, before: old.status, after: now.status });
  if (old.evidence && now.evidence && movedBeyond(old.evidence.lift, now.evidence.lift))
    changes.push({ kind: 'criterion-lift', trait, before: old.evidence.lift, after: now.evidence.lift });
  const strengths = { before: old.belief?.strength ?? null, after: now.belief?.strength ?? null };
  if (strengths.before !== strengths.after) changes.push({ kind: 'criterion-belief', trait, ...strengths });
  const notes = { before: old.note ?? null, after: now.note ?? null };
  if (notes.before !== notes.after) changes.push({ kind: 'criterion-note', trait, ...notes });
  return changes;
}
