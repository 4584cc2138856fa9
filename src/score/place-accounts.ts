import type { Term } from '../model/scorecard.js';
import type { CategoryColumn, Column, NumberColumn, SetColumn } from '../model/table.js';

/**
 * The row of {@link termRows} that each account falls into.
 * @param column the term's attribute, typed as the profile says; undefined when the table has no such column.
 * @returns one row index per account.
 */
export function placeAccounts(term: Term, { column, rowCount }: { column: Column | undefined; rowCount: number }) {
  const places = new Uint16Array(rowCount);
  switch (term.kind) {
    case 'numeric':
      return column?.type === 'number'
        ? placeNumbers(places, { cuts: term.cuts, column })
        : places.fill(term.cuts.length + 1);
    case 'category': {
      const other = term.groups.length;
      return column?.type === 'category'
        ? placeCategories(places, { groups: term.groups, column })
        : places.fill(other + 1);
    }
    case 'member':
      return column?.type === 'set' ? placeMembers(places, { member: term.member, column }) : places.fill(2);
  }
}

function placeNumbers(places: Uint16Array, { cuts, column }: { cuts: readonly number[]; column: NumberColumn }) {
  const { values } = column;
  const last = cuts.length;
  for (let row = 0; row < places.length; row++) {
    const value = values[row];
    if (Number.isNaN(value)) places[row] = last + 1;
    else {
      let low = 0;
      let high = last;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value < cuts[middle]) high = middle;
        else low = middle + 1;
      }
      places[row] = low;
    }
  }
  return places;
}

function placeCategories(
  places: Uint16Array,
  { groups, column }: { groups: readonly { readonly values: readonly string[] }[]; column: CategoryColumn },
) {
  const groupOf = new Map(groups.flatMap(({ values }, g) => values.map((value) => [value, g] as const)));
  const placeOf = column.labels.map((label) => groupOf.get(label) ?? groups.length);
  for (let row = 0; row < places.length; row++) {
    const code = column.codes[row];
    places[row] = code < 0 ? groups.length + 1 : placeOf[code];
  }
  return places;
}

function placeMembers(places: Uint16Array, { member, column }: { member: string; column: SetColumn }) {
  const wanted = column.labels.indexOf(member);
  for (let row = 0; row < places.length; row++) {
    if (column.missing[row]) places[row] = 2;
    else {
      const end = column.offsets[row + 1];
      let place = 1;
      for (let i = column.offsets[row]; i < end; i++) if (column.codes[i] === wanted) place = 0;
      places[row] = place;
    }
  }
  return places;
}
