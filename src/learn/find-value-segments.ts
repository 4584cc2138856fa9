import { openKernels } from '../kernels/open-kernels.js';
import type { Segment } from '../model/segment.js';
import { adjustHolm } from '../stats/adjust-holm.js';
import { liftInterval } from '../stats/lift-interval.js';
import { meanPermutation } from '../stats/mean-permutation.js';
import { scaleAmounts } from './amount/amount-scale.js';
import { conjunctionMembers } from './conjunction-members.js';
import { coverValues } from './cover-values.js';
import type { SegmentSearch } from './find-segments.js';
import { nameSegment } from './name-segment.js';
import { segmentOverlap } from './segment-overlap.js';
import { segmentSelectors } from './segment-selectors.js';
import { segmentValue } from './segment-value.js';
import { layOutValues } from './value-layout.js';

/** Groups smaller than this are never published (M28). */
const smallestSegment = 11;
const level = 0.05;
/** Rows that are searched at most: every conjunction is walked account by account. */
const mostSearched = 10_000;

export interface ValueSegmentSearch extends Omit<SegmentSearch, 'measure' | 'values'> {
  /** What each account is worth, 0 and more; NaN where not known. */
  readonly values: Float64Array;
  /** The values are the outcome themselves: lift is of them. */
  readonly isOutcome?: boolean;
}

/**
 * Conjunctions of few traits whose accounts are worth most on average, each about other accounts than the ones before it, and
 * last, where there is one, one whose accounts are worth least. No account counts for more than the 99th percentile.
 * Searched exactly on (at most 10,000 of) the discovery rows; reported are those whose mean stands out on the confirmation
 * rows, too: permutation test, Holm over all that were found.
 */
export function findValueSegments(search: ValueSegmentSearch): Segment[] {
  const { values, labels, columns } = search;
  const known = (rows: Int32Array) => rows.filter((row) => !Number.isNaN(values[row]));
  const [discovery, confirmation] = [known(search.discovery), known(search.confirmation)];
  const { cap } = scaleAmounts(Float64Array.from(discovery, (row) => values[row]));
  const capped = values.map((value) => Math.min(value, cap));
  const on = { ...search, values: capped, rows: thin(discovery) };
  const found = [
    ...discover(on, { direction: 1, count: search.count ?? 4 }),
    ...discover(on, { direction: -1, count: 1 }),
  ];
  const p = adjustHolm(
    found.map(({ has, direction }) =>
      meanPermutation(
        Float64Array.from(confirmation, (row) => direction * capped[row]),
        Uint8Array.from(confirmation, (row) => has[row]),
      ),
    ),
  );
  const reported = found.flatMap(({ traits, has, direction }, i) => {
    const value = segmentValue(has, { values, rows: discovery });
    const heldOut = segmentValue(has, { values, rows: confirmation });
    const [own, others] = [countIn(has, { labels, rows: discovery }), countIn(has, { labels, rows: confirmation })];
    if (p[i] > level || value === null || heldOut === null || others.accounts < smallestSegment) return [];
    const isAsSaid = direction === 1 ? value.ratio.lower > 1 : value.ratio.upper < 1;
    if (!isAsSaid || own.accounts < smallestSegment) return [];
    const segment: Segment = {
      name: nameSegment(traits, columns),
      traits,
      status: 'validated',
      accounts: own.accounts,
      positives: own.positives,
      share: own.accounts / own.totalAccounts,
      lift: search.isOutcome === true ? value.ratio : liftInterval(own),
      value,
      heldOut: {
        accounts: others.accounts,
        positives: others.positives,
        lift: search.isOutcome === true ? heldOut.ratio : liftInterval(others),
        p: p[i],
        value: heldOut,
      },
    };
    return [{ segment, has }];
  });
  return reported.map(({ segment, has }, i) => {
    const others = reported.filter((_, other) => other !== i).map((other) => other.has);
    return others.length === 0 ? segment : { ...segment, overlap: segmentOverlap(has, { others, rows: discovery }) };
  });
}

type Direction = 1 | -1;

function discover(
  search: ValueSegmentSearch & { readonly rows: Int32Array },
  { direction, count }: { direction: Direction; count: number },
) {
  const { coded, columns, rows, maxDepth = 3 } = search;
  const values = direction === 1 ? search.values : search.values.map((value) => -value);
  const minAccounts = Math.max(smallestSegment, search.minAccounts ?? Math.ceil(0.02 * rows.length));
  const layout = layOutValues(rows, values);
  const positives = layout.mean * layout.accounts;
  const bits = { ...layout, positiveWords: layout.words, positives };
  const kernels = openKernels();
  const selectors = segmentSelectors({ coded, columns, labels: values, rows, layout: bits, kernels, minAccounts });
  return coverValues(selectors, { layout, maxDepth, minAccounts, count, direction }).flatMap((chosen) => {
    const traits = chosen.map((s) => selectors[s].trait);
    const has = conjunctionMembers(traits, { columns, rowCount: values.length });
    return has === null ? [] : [{ traits, has, direction }];
  });
}

function thin(rows: Int32Array): Int32Array {
  const stride = Math.ceil(rows.length / mostSearched);
  return stride <= 1 ? rows : rows.filter((_, i) => i % stride === 0);
}

function countIn(has: Uint8Array, { labels, rows }: { labels: Uint8Array; rows: Int32Array }) {
  let [accounts, positives, totalPositives] = [0, 0, 0];
  for (const row of rows) {
    totalPositives += labels[row];
    if (has[row] !== 1) continue;
    accounts++;
    positives += labels[row];
  }
  return { accounts, positives, totalAccounts: rows.length, totalPositives };
}
