import { axisSize } from '../model/axis-size.js';
import type { Axis } from '../model/scorecard.js';
import type { CategoryColumn, Column, SetColumn } from '../model/table.js';
import { type CutFinder, findCuts } from '../stats/find-cuts.js';

/** Writes the row of an axis for each account from row `from` of the table on, as many as `places` holds. */
export type Placer = (places: Uint16Array, from: number) => void;

/**
 * Where accounts stand on an axis; the last row is "missing".
 * @param column the axis's attribute, typed as the profile says; undefined when the table has no such column.
 */
export function createPlacer(axis: Axis, column: Column | undefined): Placer {
  const missing = axisSize(axis) - 1;
  switch (axis.kind) {
    case 'numeric':
      if (column?.type !== 'number') break;
      return placeNumbers(findCuts(axis.cuts), column.values);
    case 'category':
      if (column?.type !== 'category') break;
      return placeCategories(axis.groups, column);
    case 'member':
      if (column?.type !== 'set') break;
      return placeMembers(axis.member, column);
  }
  return (places) => places.fill(missing);
}

/** The row of an axis that each account of a table falls into, as {@link createPlacer} says. */
export function placeAccounts(axis: Axis, { column, rowCount }: { column: Column | undefined; rowCount: number }) {
  const places = new Uint16Array(rowCount);
  createPlacer(axis, column)(places, 0);
  return places;
}

function placeNumbers({ findAll }: CutFinder, values: Float64Array): Placer {
  return (places, from) => findAll(values, { into: places, from });
}

function placeCategories(groups: readonly { readonly values: readonly string[] }[], column: CategoryColumn): Placer {
  const groupOf = new Map(groups.flatMap(({ values }, g) => values.map((value) => [value, g] as const)));
  // Entry 0 stands for code -1.
  const placeOf = Uint16Array.from([
    groups.length + 1,
    ...column.labels.map((label) => groupOf.get(label) ?? groups.length),
  ]);
  const { codes } = column;
  return (places, from) => {
    for (let i = 0; i < places.length; i++) places[i] = placeOf[codes[from + i] + 1];
  };
}

function placeMembers(member: string, { labels, missing, offsets, codes }: SetColumn): Placer {
  const wanted = labels.indexOf(member);
  return (places, from) => {
    for (let i = 0; i < places.length; i++) {
      const row = from + i;
      let place = missing[row] ? 2 : 1;
      for (let m = offsets[row]; place === 1 && m < offsets[row + 1]; m++) if (codes[m] === wanted) place = 0;
      places[i] = place;
    }
  };
}
