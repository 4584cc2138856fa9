import type { Axis } from '../model/scorecard.js';
import { findCuts } from '../stats/find-cuts.js';

/** One value of an attribute, typed: NaN or null is missing; a set is the list of its members. */
export type AccountValue = number | string | readonly string[] | null;

/** Where one value stands on an axis, as {@link placeAccounts} places columns; a value of another type is missing. */
export function valuePlacer(axis: Axis): (value: AccountValue) => number {
  switch (axis.kind) {
    case 'numeric': {
      const { find } = findCuts(axis.cuts);
      const missing = axis.cuts.length + 1;
      return (value) => (typeof value === 'number' ? find(value) : missing);
    }
    case 'category': {
      const { groups } = axis;
      const groupOf = new Map(groups.flatMap(({ values }, g) => values.map((value) => [value, g] as const)));
      return (value) => (typeof value === 'string' ? (groupOf.get(value) ?? groups.length) : groups.length + 1);
    }
    case 'member': {
      const { member } = axis;
      return (value) => (value === null || typeof value !== 'object' ? 2 : value.includes(member) ? 0 : 1);
    }
  }
}
