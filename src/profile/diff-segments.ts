import type { Segment } from '../model/segment.js';
import { movedBeyond } from './moved-beyond.js';
import type { ProfileChange } from './profile-change.js';
import { traitKey } from './trait-key.js';

/** Changes between the segments of two profiles; a segment is its traits, whatever it is called. */
export function diffSegments(before: readonly Segment[], after: readonly Segment[]): ProfileChange[] {
  const old = new Map(before.map((segment) => [segmentKey(segment), segment]));
  const now = new Map(after.map((segment) => [segmentKey(segment), segment]));
  return [
    ...[...now].flatMap(([key, segment]): ProfileChange[] => {
      const was = old.get(key);
      return was === undefined ? [{ kind: 'segment-appeared', segment }] : diffSegment(was, segment);
    }),
    ...[...old]
      .filter(([key]) => !now.has(key))
      .map(([, segment]): ProfileChange => ({ kind: 'segment-vanished', segment })),
  ];
}

function diffSegment(old: Segment, now: Segment): ProfileChange[] {
  const { name } = now;
  const changes: ProfileChange[] = [];
  if (old.name !== name) changes.push({ kind: 'segment-name', before: old.name, after: name });
  if (old.status !== now.status) changes.push({ kind: 'segment-status', name, before: old.status, after: now.status });
  // The lift over unseen accounts is the honest one, where both have it.
  const lifts =
    old.heldOut && now.heldOut
      ? { before: old.heldOut.lift, after: now.heldOut.lift }
      : { before: old.lift, after: now.lift };
  if (movedBeyond(lifts.before, lifts.after)) changes.push({ kind: 'segment-lift', name, ...lifts });
  return changes;
}

function segmentKey({ traits }: Segment): string {
  return traits.map(traitKey).sort().join('\n');
}
