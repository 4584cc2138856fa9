import type { Report } from './document-report.js';

/** Reports values that stand in two groups. @param at `path` of what has the groups, and the way from there to one. */
export function checkGroups(
  groups: readonly (readonly string[])[],
  at: {
    readonly path: readonly PropertyKey[];
    readonly groupAt: (group: number) => readonly PropertyKey[];
    readonly report: Report;
  },
): void {
  const seen = new Set<string>();
  for (const [i, values] of groups.entries()) {
    for (const [j, value] of values.entries()) {
      if (seen.has(value))
        at.report([...at.path, ...at.groupAt(i), j], {
          message: `${JSON.stringify(value)} stands in two rows`,
          fix: 'Keep it in one.',
        });
      seen.add(value);
    }
  }
}
