import type { Axis } from '../model/scorecard.js';

/** Axes that look at the same thing laid over one another. */
export interface OverlaidAxes {
  /** In whose rows all of them can be told: the cells. */
  readonly axis: Axis;
  /** For each axis, the row that each cell lies in. */
  readonly rowsOf: readonly Uint16Array[];
}

/**
 * One axis as fine as needed for all of them, so that an account is placed once for every term and pair of an attribute.
 * @param axes at least one; all of the same {@link axisKey}.
 */
export function overlayAxes(axes: readonly Axis[]): OverlaidAxes {
  const [first] = axes;
  switch (first.kind) {
    case 'numeric':
      return overlayCuts(axes.filter((axis) => axis.kind === 'numeric'));
    case 'category':
      return overlayGroups(axes.filter((axis) => axis.kind === 'category'));
    case 'member':
      return { axis: first, rowsOf: axes.map(() => Uint16Array.from([0, 1, 2])) };
  }
}

/** Equal for axes that look at the same thing in the same way. */
export function axisKey(axis: Axis): string {
  return JSON.stringify([axis.kind, axis.attribute, axis.kind === 'member' ? axis.member : null]);
}

function overlayCuts(axes: readonly Extract<Axis, { kind: 'numeric' }>[]): OverlaidAxes {
  const cuts = [...new Set(axes.flatMap((axis) => axis.cuts))].sort((a, b) => a - b);
  const rowsOf = axes.map((axis) => {
    const rows = new Uint16Array(cuts.length + 2).fill(axis.cuts.length + 1);
    let row = 0;
    for (let cell = 0; cell <= cuts.length; cell++) {
      while (cell > 0 && row < axis.cuts.length && axis.cuts[row] <= cuts[cell - 1]) row++;
      rows[cell] = row;
    }
    return rows;
  });
  const whole = axes.every((axis) => axis.whole);
  return { axis: { kind: 'numeric', attribute: axes[0].attribute, whole, cuts }, rowsOf };
}

function overlayGroups(axes: readonly Extract<Axis, { kind: 'category' }>[]): OverlaidAxes {
  const rowOf = axes.map(
    ({ groups }) => new Map(groups.flatMap(({ values }, row) => values.map((value) => [value, row] as const))),
  );
  const cells = new Map<string, { values: string[]; rows: number[] }>();
  for (const value of new Set(axes.flatMap(({ groups }) => groups.flatMap(({ values }) => values)))) {
    const rows = axes.map(({ groups }, a) => rowOf[a].get(value) ?? groups.length);
    const cell = cells.get(rows.join()) ?? { values: [], rows };
    cell.values.push(value);
    cells.set(rows.join(), cell);
  }
  const groups = [...cells.values()];
  const rowsOf = axes.map(({ groups: own }, a) =>
    Uint16Array.from([...groups.map(({ rows }) => rows[a]), own.length, own.length + 1]),
  );
  return {
    axis: { kind: 'category', attribute: axes[0].attribute, groups: groups.map(({ values }) => ({ values })) },
    rowsOf,
  };
}
