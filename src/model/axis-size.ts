import type { Axis } from './scorecard.js';

/** How many rows an axis has, those for other and missing included. */
export function axisSize(axis: Axis): number {
  switch (axis.kind) {
    case 'numeric':
      return axis.cuts.length + 2;
    case 'category':
      return axis.groups.length + 2;
    case 'member':
      return 3;
  }
}
