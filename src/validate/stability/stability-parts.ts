import type { Column } from '../../model/table.js';
import { cutAt, equalParts, findStrata } from '../audit/find-strata.js';
import type { Parts } from './agree-over-parts.js';

const mostPeriods = 5;

/** The periods and the sources over which statements are compared; null where nothing tells them. */
export function stabilityParts({
  columns,
  order,
}: {
  readonly columns: readonly Column[];
  /** Ascending with time. */
  readonly order: Float64Array | null;
}): { periods: Parts | null; sources: Parts | null } {
  const cuts = order === null ? [] : equalParts(order, mostPeriods);
  const source = findStrata(columns, { time: null, timeName: undefined }).find(({ kind }) => kind === 'source');
  return {
    periods: order === null || cuts.length === 0 ? null : { by: 'time', ...cutAt(order, cuts) },
    sources: source ?? null,
  };
}
