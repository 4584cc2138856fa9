import { axisSize } from '../model/axis-size.js';
import type { Axis, PairTerm } from '../model/scorecard.js';
import { checkGroups } from './check-groups.js';
import type { Report } from './document-report.js';
import type { AxisDocument, ScorecardDocument } from './scorecard-schema.js';

interface Context {
  readonly path: readonly PropertyKey[];
  readonly report: Report;
}

/** A two-way table; checks that it has a cell for every account. */
export function readPair(
  { axes: [first, second], points }: ScorecardDocument['pairs'][number],
  { path, report }: Context,
): PairTerm {
  const axes = [
    readAxis(first, { path: [...path, 'axes', 0], report }),
    readAxis(second, { path: [...path, 'axes', 1], report }),
  ] as const;
  const [rows, columns] = axes.map(axisSize);
  if (points.length !== rows)
    report([...path, 'points'], {
      message: `the first axis has ${rows} rows, and points are given for ${points.length}`,
      fix: `Write ${rows} lists of points: ${orderOf(axes[0])}.`,
    });
  for (const [i, row] of points.entries()) {
    if (row.length !== columns)
      report([...path, 'points', i], {
        message: `the second axis has ${columns} rows, and ${row.length} points are given`,
        fix: `Write ${columns} points: ${orderOf(axes[1])}.`,
      });
  }
  return { axes, points };
}

function readAxis(axis: AxisDocument, { path, report }: Context): Axis {
  if (axis.kind === 'category') {
    const { kind, attribute, groups } = axis;
    checkGroups(groups, { path, report, groupAt: (i) => ['groups', i] });
    return { kind, attribute, groups: groups.map((values) => ({ values })) };
  }
  if (axis.kind === 'numeric') {
    for (const [i, cut] of axis.cuts.entries()) {
      if (i > 0 && cut <= axis.cuts[i - 1])
        report([...path, 'cuts', i], {
          message: `the cut ${cut} does not come after ${axis.cuts[i - 1]}`,
          fix: 'Put the cuts in ascending order.',
        });
    }
  }
  return axis;
}

function orderOf(axis: Axis): string {
  switch (axis.kind) {
    case 'numeric':
      return 'one for each range, then one for missing';
    case 'category':
      return 'one for each group, then one for any other value and one for missing';
    case 'member':
      return 'with the member, without it, missing';
  }
}
