import type { SegmentRow } from './profile-view.js';

/** What a segment did on accounts that the search had not seen; else why nothing is said of it. */
export function heldOutText({ heldOut, status }: Pick<SegmentRow, 'heldOut' | 'status'>): string {
  if (heldOut !== null) return `${heldOut.lift.text} (${heldOut.lift.range})`;
  return status === 'hypothesis' ? 'not tested' : 'too few to tell';
}
